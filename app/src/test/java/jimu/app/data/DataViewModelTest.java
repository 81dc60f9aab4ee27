package jimu.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jimu.app.fx.Answers;
import jimu.app.session.OpenData;
import jimu.app.session.Session;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;
import jimu.engine.graph.Sampling;
import jimu.engine.graph.TargetKind;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataViewModelTest {
    @TempDir
    private Path folder;

    private final DataTab tab = new DataTab();
    private final Session session = tab.session();
    private final Answers dialogs = tab.dialogs();
    private final OpenData data = tab.data();
    private final DataViewModel model = tab.model();

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
        tab.entry("validation").set(25L);
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
                new Input("features", List.of(4), 0, DType.FLOAT32), defaults.fill(session.present(), new Input()));
        assertEquals(new Target("label", List.of(), 0, DType.INT32), defaults.fill(session.present(), new Target()));
    }

    @Test
    void aSeriesIsALineInItsParts() {
        model.choose(DataChoice.SUNSPOTS);
        DataPreview.Line line = (DataPreview.Line) model.previewProperty().get();
        assertEquals(309, line.values().length);
        assertEquals(222, line.validation());
        assertEquals(247, line.test());
        assertEquals(List.of("SUNACTIVITY"), model.features());
        assertEquals(List.of("YEAR", "SUNACTIVITY"), model.possibleFeatures());
        tab.entry("window").set(24L);
        tab.entry("horizon").set(2L);
        assertEquals(
                "\"" + model.pathProperty().get()
                        + "\": the validation part has 25 rows, and a window with its horizon needs 26; take a shorter"
                        + " window or larger shares.",
                model.problemProperty().get());
        model.useFeatures(List.of("YEAR", "SUNACTIVITY"));
        tab.entry("horizon").set(1L);
        assertEquals(
                List.of("sequence: 24 × 2 float32", "next: 1 float32"),
                model.factsProperty().get().orElseThrow().fields());
    }

    @Test
    void pairsShowBothPicturesAndGiveNewBlocksTheirFields() {
        model.choose(DataChoice.DIGITS);
        tab.entry("sampling").set("a pair");
        tab.entry("size").set(List.of(16L, 12L));
        DataPreview.Pictures pictures =
                (DataPreview.Pictures) model.previewProperty().get();
        assertEquals(30, pictures.pictures().size());
        assertEquals(2, pictures.pictures().get(0).pictures().size());
        assertEquals(12, pictures.pictures().get(0).pictures().get(1).width());
        assertTrue(
                pictures.pictures().get(0).caption().matches("(\\d) = \\1"),
                pictures.pictures().get(0).caption());
        assertTrue(
                pictures.pictures().get(1).caption().matches("\\d ≠ \\d"),
                pictures.pictures().get(1).caption());
        DataDefaults defaults = new DataDefaults(data);
        Input first = new Input("image1", List.of(1, 16, 12), 0, DType.FLOAT32);
        assertEquals(first, defaults.fill(session.present(), new Input()));
        Document one = new Edit.AddBlock(Block.of("b1", "one", new Content.Of(first)), Position.ORIGIN)
                .apply(session.present());
        assertEquals(new Input("image2", List.of(1, 16, 12), 0, DType.FLOAT32), defaults.fill(one, new Input()));
        assertEquals(
                new Target("similar", List.of(), 0, DType.FLOAT32), defaults.fill(session.present(), new Target()));
        model.choose(DataChoice.IRIS);
        assertEquals(Sampling.SINGLE, session.present().data().sampling());
    }
}
