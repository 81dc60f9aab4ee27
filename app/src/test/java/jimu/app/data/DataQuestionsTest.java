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
import jimu.app.session.Session;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.TargetKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataQuestionsTest {
    @TempDir
    private Path folder;

    private final DataTab tab = new DataTab();
    private final Session session = tab.session();
    private final Answers dialogs = tab.dialogs();
    private final DataViewModel model = tab.model();

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
                tab.questions());
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
                tab.questions());
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
                tab.questions());
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
                tab.questions());
    }

    @Test
    void aValidationSetOfItsOwnTakesThePlaceOfTheShare() throws IOException {
        Path own = Files.writeString(
                folder.resolve("own.csv"),
                "sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm,species\n5,3,1,0.2,setosa\n6,3,5,2,virginica\n");
        model.choose(DataChoice.IRIS);
        dialogs.choose(own);
        tab.entry("validation_set").set("Choose…");
        assertEquals(
                "120 samples to train on, 2 for validation, 30 for the test",
                model.factsProperty().get().orElseThrow().parts());
        assertEquals("own.csv", tab.entry("validation_set").value());
        assertFalse(tab.questions().contains("validation"));
        Files.writeString(own, "species\nsetosa\n");
        tab.entry("validation_set").set("A share");
        assertEquals(
                "108 samples to train on, 12 for validation, 30 for the test",
                model.factsProperty().get().orElseThrow().parts());
        dialogs.choose(own);
        tab.entry("validation_set").set("Choose…");
        assertTrue(
                model.problemProperty().get().contains("own.csv"),
                model.problemProperty().get());
        model.choose(DataChoice.DIABETES);
        assertEquals(Optional.empty(), session.document().data().validationPath());
    }

    @Test
    void aSampleLimitIsToldWithWhatThereWouldBe() {
        model.choose(DataChoice.IRIS);
        tab.entry("max_samples").set(20L);
        assertEquals(OptionalInt.of(20), session.present().data().maxSamples());
        assertEquals(
                "20 of 108 samples to train on, 2 of 12 for validation, 6 of 30 for the test",
                model.factsProperty().get().orElseThrow().parts());
        tab.entry("max_samples").set(0L);
        assertEquals(
                "Sample limit must be none or a whole number of at least 1.",
                tab.entry("max_samples").problemProperty().get());
        tab.entry("max_samples").set("none");
        assertEquals(OptionalInt.empty(), session.present().data().maxSamples());
        model.choose(DataChoice.SUNSPOTS);
        tab.entry("max_samples").set(50L);
        assertTrue(model.previewProperty().get() instanceof DataPreview.Line);
        assertTrue(tab.questions().contains("seed"));
    }

    @Test
    void aTableCanBecomePicturesOrASeries() throws IOException {
        Path table = Files.writeString(
                folder.resolve("t.csv"), "a,b,c,d,k\n1,2,3,4,u\n5,6,7,8,v\n9,1,2,3,u\n4,5,6,7,v\n8,9,1,2,u\n");
        dialogs.choose(table);
        model.choose(DataChoice.CSV);
        tab.entry("kind").set("pictures");
        assertEquals(2L, tab.entry("picture").value());
        assertEquals(
                "image: 1 × 2 × 2 float32; or by rows 2 × 2, or as 4 numbers",
                model.factsProperty().get().orElseThrow().fields().get(0));
        tab.entry("kind").set("steps in time");
        assertEquals(
                Optional.of(new DataSource.Series(table.toString(), "d")),
                session.present().data().source());
        assertTrue(model.problemProperty().get().contains("take a shorter window"));
        tab.entry("kind").set("samples");
        assertEquals(
                Optional.of(new DataSource.CsvFile(table.toString(), List.of(), "k", TargetKind.CLASS)),
                session.present().data().source());
    }

    @Test
    void aWrongSizeIsToldAndNotTaken() {
        model.choose(DataChoice.DIGITS);
        tab.entry("size").set(2000L);
        assertEquals(
                "Picture size must be auto, a number from 1 to 1024, or two of them: rows, columns.",
                tab.entry("size").problemProperty().get());
        assertEquals(Optional.empty(), session.present().data().pictures().size());
        tab.entry("picture").set(7L);
        assertTrue(model.problemProperty().get().contains("has 64 features, which are no picture of 7 × 7"));
    }
}
