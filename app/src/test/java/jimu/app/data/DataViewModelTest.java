package jimu.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.form.FormEntry;
import jimu.app.session.OpenData;
import jimu.app.session.Samples;
import jimu.app.session.Session;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.TargetKind;
import jimu.engine.graph.Document;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataViewModelTest {
    @TempDir
    private Path folder;

    private final Session session = new Session();
    private final Answers dialogs = new Answers();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final DataViewModel model =
            new DataViewModel(session, data, Background.onCurrentThread(), dialogs, Samples.installed());

    @BeforeEach
    void open() {
        session.openNew(Document.EMPTY, "empty");
    }

    @Test
    void atFirstItSaysWhatToDo() {
        assertTrue(model.noticeProperty().get().startsWith("No data are chosen."));
        assertEquals(List.of(), model.entries());
    }

    @Test
    void aSampleIsLoadedAtOnceAndTold() {
        model.choose(DataChoice.IRIS);
        DataFacts facts = model.factsProperty().get().orElseThrow();
        assertEquals("iris.csv", facts.name());
        assertEquals("108 samples to train on, 12 for validation, 30 for the test", facts.parts());
        assertEquals(
                List.of("features: 4 float32", "label: int32, 3 classes: setosa, versicolor, virginica"),
                facts.fields());
        assertEquals(Optional.of(DataChoice.IRIS), model.choiceProperty().get());
    }

    @Test
    void theFirstRowsAreShownUnderTheirNames() {
        model.choose(DataChoice.IRIS);
        DataPreview.Rows rows = (DataPreview.Rows) model.previewProperty().get();
        assertEquals(
                List.of("sepal_length_cm", "sepal_width_cm", "petal_length_cm", "petal_width_cm", "label"),
                rows.header());
        assertEquals(100, rows.rows().size());
        assertEquals("setosa", rows.rows().get(0).get(4));
    }

    @Test
    void aTableProposesItsLastColumnAsTarget() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "a,b,price\n1,2,3\n4,5,6\n7,8,9\n1,1,1\n2,2,2\n");
        dialogs.choose(table);
        model.choose(DataChoice.CSV);
        assertEquals(
                Optional.of(new DataSource.CsvFile(table.toString(), List.of(), "price", TargetKind.NUMBER)),
                session.present().data().source());
        assertEquals(List.of("a", "b"), model.features());
    }

    @Test
    void choicesAreStepsOfUndo() {
        model.choose(DataChoice.IRIS);
        entry("validation").set(25L);
        assertEquals(0.25, session.present().data().validationFraction());
        session.undo();
        assertEquals(0.1, session.present().data().validationFraction());
        session.undo();
        assertEquals(Optional.empty(), model.choiceProperty().get());
        assertEquals(List.of(), model.entries());
    }

    @Test
    void featuresCanBeChosen() {
        model.choose(DataChoice.IRIS);
        model.useFeatures(List.of("petal_length_cm", "petal_width_cm"));
        assertEquals(
                "features: 2 float32",
                model.factsProperty().get().orElseThrow().fields().get(0));
        model.useFeatures(model.possibleFeatures());
        assertEquals(
                "features: 4 float32",
                model.factsProperty().get().orElseThrow().fields().get(0));
    }

    @Test
    void aFolderWithoutTheFilesIsToldInOneSentence() {
        dialogs.choose(folder);
        model.choose(DataChoice.IDX);
        assertTrue(
                model.problemProperty().get().contains("train-images-idx3-ubyte"),
                model.problemProperty().get());
    }

    @Test
    void newSourcesTakeFieldAndShapeFromTheData() {
        model.choose(DataChoice.IRIS);
        DataDefaults defaults = new DataDefaults(data);
        assertEquals(
                new Input("features", List.of(4), 0, jimu.engine.shape.DType.FLOAT32),
                defaults.fill(session.present(), new Input()));
        assertEquals(
                new Target("label", List.of(), 0, jimu.engine.shape.DType.INT32),
                defaults.fill(session.present(), new Target()));
    }

    private FormEntry entry(String name) {
        return model.entries().stream()
                .filter(entry -> entry.question().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
