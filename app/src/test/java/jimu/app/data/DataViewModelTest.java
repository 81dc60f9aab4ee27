package jimu.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.form.FormEntry;
import jimu.app.session.OpenData;
import jimu.app.session.Samples;
import jimu.app.session.Session;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.DataSource.Toy;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;
import jimu.engine.graph.Sampling;
import jimu.engine.graph.TargetKind;
import jimu.engine.graph.ToyProblem;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import jimu.engine.shape.DType;
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
                new Input("features", List.of(4), 0, DType.FLOAT32), defaults.fill(session.present(), new Input()));
        assertEquals(new Target("label", List.of(), 0, DType.INT32), defaults.fill(session.present(), new Target()));
    }

    @Test
    void eachKindOfDataHasItsOwnQuestions() {
        model.choose(DataChoice.MNIST);
        assertEquals(
                List.of(
                        "sampling",
                        "size",
                        "colours",
                        "standardize",
                        "validation_set",
                        "validation",
                        "max_samples",
                        "seed"),
                questions());
        model.choose(DataChoice.SUNSPOTS);
        assertEquals(
                List.of(
                        "kind",
                        "target",
                        "window",
                        "horizon",
                        "stride",
                        "gaps",
                        "standardize",
                        "validation_set",
                        "validation",
                        "test",
                        "max_samples"),
                questions());
        model.choose(DataChoice.DIGITS);
        assertEquals(
                List.of(
                        "kind",
                        "target",
                        "meaning",
                        "picture",
                        "sampling",
                        "size",
                        "colours",
                        "standardize",
                        "validation_set",
                        "validation",
                        "test",
                        "max_samples",
                        "seed"),
                questions());
        model.choose(DataChoice.DIABETES);
        assertEquals(
                List.of(
                        "kind",
                        "target",
                        "meaning",
                        "standardize",
                        "validation_set",
                        "validation",
                        "test",
                        "max_samples",
                        "seed"),
                questions());
    }

    @Test
    void aValidationSetOfItsOwnTakesThePlaceOfTheShare() throws IOException {
        Path own = Files.writeString(
                folder.resolve("own.csv"),
                "sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm,species\n5,3,1,0.2,setosa\n6,3,5,2,virginica\n");
        model.choose(DataChoice.IRIS);
        dialogs.choose(own);
        entry("validation_set").set("Choose…");
        assertEquals(
                "120 samples to train on, 2 for validation, 30 for the test",
                model.factsProperty().get().orElseThrow().parts());
        assertEquals("own.csv", entry("validation_set").value());
        assertFalse(questions().contains("validation"));
        Files.writeString(own, "species\nsetosa\n");
        entry("validation_set").set("A share");
        assertEquals(
                "108 samples to train on, 12 for validation, 30 for the test",
                model.factsProperty().get().orElseThrow().parts());
        dialogs.choose(own);
        entry("validation_set").set("Choose…");
        assertTrue(
                model.problemProperty().get().contains("own.csv"),
                model.problemProperty().get());
        model.choose(DataChoice.DIABETES);
        assertEquals(Optional.empty(), session.document().data().validationPath());
    }

    @Test
    void aSampleLimitIsToldWithWhatThereWouldBe() {
        model.choose(DataChoice.IRIS);
        entry("max_samples").set(20L);
        assertEquals(OptionalInt.of(20), session.present().data().maxSamples());
        assertEquals(
                "20 of 108 samples to train on, 2 of 12 for validation, 6 of 30 for the test",
                model.factsProperty().get().orElseThrow().parts());
        entry("max_samples").set(0L);
        assertEquals(
                "Sample limit must be none or a whole number of at least 1.",
                entry("max_samples").problemProperty().get());
        entry("max_samples").set("none");
        assertEquals(OptionalInt.empty(), session.present().data().maxSamples());
        model.choose(DataChoice.SUNSPOTS);
        entry("max_samples").set(50L);
        assertTrue(model.previewProperty().get() instanceof DataPreview.Line);
        assertTrue(questions().contains("seed"));
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
        entry("window").set(24L);
        entry("horizon").set(2L);
        assertEquals(
                "\"" + model.pathProperty().get()
                        + "\": the validation part has 25 rows, and a window with its horizon needs 26; take a shorter"
                        + " window or larger shares.",
                model.problemProperty().get());
        model.useFeatures(List.of("YEAR", "SUNACTIVITY"));
        entry("horizon").set(1L);
        assertEquals(
                List.of("sequence: 24 × 2 float32", "next: 1 float32"),
                model.factsProperty().get().orElseThrow().fields());
    }

    @Test
    void aTableCanBecomePicturesOrASeries() throws IOException {
        Path table = Files.writeString(
                folder.resolve("t.csv"), "a,b,c,d,k\n1,2,3,4,u\n5,6,7,8,v\n9,1,2,3,u\n4,5,6,7,v\n8,9,1,2,u\n");
        dialogs.choose(table);
        model.choose(DataChoice.CSV);
        entry("kind").set("pictures");
        assertEquals(2L, entry("picture").value());
        assertEquals(
                "image: 1 × 2 × 2 float32; or by rows 2 × 2, or as 4 numbers",
                model.factsProperty().get().orElseThrow().fields().get(0));
        entry("kind").set("steps in time");
        assertEquals(
                Optional.of(new DataSource.Series(table.toString(), "d")),
                session.present().data().source());
        assertTrue(model.problemProperty().get().contains("take a shorter window"));
        entry("kind").set("samples");
        assertEquals(
                Optional.of(new DataSource.CsvFile(table.toString(), List.of(), "k", TargetKind.CLASS)),
                session.present().data().source());
    }

    @Test
    void pairsShowBothPicturesAndGiveNewBlocksTheirFields() {
        model.choose(DataChoice.DIGITS);
        entry("sampling").set("a pair");
        entry("size").set(List.of(16L, 12L));
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

    @Test
    void aWrongSizeIsToldAndNotTaken() {
        model.choose(DataChoice.DIGITS);
        entry("size").set(2000L);
        assertEquals(
                "Picture size must be auto, a number from 1 to 1024, or two of them: rows, columns.",
                entry("size").problemProperty().get());
        assertEquals(Optional.empty(), session.present().data().pictures().size());
        entry("picture").set(7L);
        assertTrue(model.problemProperty().get().contains("has 64 features, which are no picture of 7 × 7"));
    }

    @Test
    void aToyProblemIsPointsOfThePlaneWithSlidersOfItsOwn() {
        model.choose(DataChoice.SPIRAL);
        assertEquals(
                List.of("noise", "samples", "classes", "points_seed", "standardize", "validation", "test", "seed"),
                questions());
        assertEquals(Optional.of(DataChoice.SPIRAL), model.choiceProperty().get());
        assertEquals("Spiral", model.factsProperty().get().orElseThrow().name());
        assertEquals(3 * 360, points().scatter().training().length);
        assertEquals(
                List.of("point[0]", "point[1]", "label", "target"),
                points().rows().header());
        model.choose(DataChoice.WAVES);
        assertEquals(
                List.of("noise", "samples", "points_seed", "standardize", "validation", "test", "seed"), questions());
        assertEquals(List.of(), points().scatter().classes());
    }

    @Test
    void movingASliderShowsThePointsAndIsOneStepOfUndo() {
        model.choose(DataChoice.MOONS);
        Toy before = toy();
        entry("samples").slideTo(1000L);
        assertEquals(3 * 720, points().scatter().training().length, "while it moves");
        assertEquals(before, toy());
        entry("samples").slideTo(2000L);
        entry("samples").finish();
        assertEquals(before.withSamples(2000), toy());
        assertEquals(3 * 1440, points().scatter().training().length);
        session.undo();
        assertEquals(before, toy());
        assertEquals(3 * 360, points().scatter().training().length);
    }

    @Test
    void aMovementTakenBackShowsThePointsThatThereAre() {
        model.choose(DataChoice.MOONS);
        entry("noise").slideTo(0.5);
        entry("noise").revert();
        assertEquals(0.05, toy().noise());
        assertTrue(points().scatter().extent().right() < 1.5);
    }

    @Test
    void anotherToyProblemKeepsNoiseSizeAndSeed() {
        model.choose(DataChoice.MOONS);
        entry("noise").set(0.25);
        entry("points_seed").set(7L);
        model.choose(DataChoice.XOR);
        assertEquals(new Toy(ToyProblem.XOR).withNoise(0.25).withSeed(7), toy());
    }

    @Test
    void aNoiseOutOfRangeIsToldAndNotTaken() {
        model.choose(DataChoice.MOONS);
        entry("noise").set(1.5);
        assertEquals(
                "Noise must be a number from 0 to 1.",
                entry("noise").problemProperty().get());
        assertEquals(0.05, toy().noise());
    }

    private Toy toy() {
        return (Toy) session.present().data().source().orElseThrow();
    }

    private DataPreview.Points points() {
        return (DataPreview.Points) model.previewProperty().get();
    }

    private List<String> questions() {
        return model.entries().stream().map(entry -> entry.question().name()).toList();
    }

    private FormEntry entry(String name) {
        return model.entries().stream()
                .filter(entry -> entry.question().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
