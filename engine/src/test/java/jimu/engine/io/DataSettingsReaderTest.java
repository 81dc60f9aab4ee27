package jimu.engine.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.DataSource.Gaps;
import jimu.engine.graph.Document;
import jimu.engine.graph.PictureSettings;
import jimu.engine.graph.PictureSettings.Colours;
import jimu.engine.graph.Sampling;
import jimu.engine.graph.TargetKind;
import jimu.engine.graph.ToyProblem;
import jimu.engine.shape.IntPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSettingsReaderTest {
    @TempDir
    Path folder;

    @Test
    void everyKindOfDataComesBack() throws Exception {
        comesBack(source(new DataSource.Series(at("s.csv"), List.of("a", "b"), "b", 24, 3, 2, Gaps.LEAVE_OUT)));
        comesBack(source(new DataSource.CsvFile(at("t.csv"), List.of(), "y", TargetKind.BINARY)));
        comesBack(source(new DataSource.CsvFile(at("t.csv"), List.of(), "y", TargetKind.NUMBER)));
        comesBack(source(new DataSource.CsvFile(
                        at("t.csv"), List.of(), "y", TargetKind.CLASS, Optional.of(new IntPair(8, 4))))
                .withSampling(Sampling.PAIRS));
        comesBack(source(new DataSource.IdxFolder(at("mnist")))
                .withSampling(Sampling.TRIPLETS)
                .withPictures(new PictureSettings(Optional.of(new IntPair(227, 224)), Colours.RGB)));
        comesBack(source(new DataSource.IdxFolder(at("mnist"))).withMaxSamples(OptionalInt.of(6000)));
        comesBack(source(new DataSource.IdxFolder(at("mnist")))
                .withPictures(new PictureSettings(Optional.empty(), Colours.RGB)));
        comesBack(source(new DataSource.Toy(ToyProblem.SPIRAL, 300, 0.05, 4, 7)));
        comesBack(source(new DataSource.Toy(ToyProblem.WAVES)));
        comesBack(source(new DataSource.IdxFolder(at("mnist"))).withValidationPath(Optional.of(at("mine"))));
    }

    @Test
    void toyProblemsHaveNoPath() throws Exception {
        Path file = folder.resolve("model.jimu");
        DocumentFile.save(file, Document.EMPTY.withData(source(new DataSource.Toy(ToyProblem.PLANE, 9, 0.5, 0, 3))));
        assertTrue(Files.readString(file)
                .contains("\"source\": {\"type\": \"toy\", \"problem\": \"plane\", \"samples\": 9, \"noise\": 0.5,"
                        + " \"seed\": 3},"));
    }

    @Test
    void whatIsAsBeforeIsNotWritten() throws Exception {
        Path file = folder.resolve("model.jimu");
        DocumentFile.save(file, Document.EMPTY.withData(source(new DataSource.IdxFolder(at("mnist")))));
        assertTrue(Files.readString(file)
                .contains("\"data\": {\"source\": {\"type\": \"idx\", \"path\": \"mnist\"}, \"standardize\": true,"
                        + " \"validation_fraction\": 0.1, \"test_fraction\": 0.2, \"seed\": 1},"));
    }

    @Test
    void mistakesAreNamedWithTheirPlace() throws Exception {
        refused(
                "\"sampling\": \"quads\"",
                "data.sampling must be one of \"single\", \"pairs\", \"triplets\", but is \"quads\".");
        refused("\"max_samples\": 0", "data.max_samples must be a whole number from 1 to 2147483647, but is 0.");
        refused(
                "\"pictures\": {\"size\": [0, 3]}",
                "data.pictures.size[0] must be a whole number from 1 to 2147483647, but is 0.");
        refused(
                "\"pictures\": {\"size\": [3, 5000]}",
                "data.pictures.size must be two whole numbers from 1 to 1024, but is [3, 5000].");
        refused(
                "\"source\": {\"type\": \"series\", \"path\": \"s\", \"features\": [], \"target\": \"t\", \"window\": 0}",
                "data.source.window must be a whole number from 1 to 2147483647, but is 0.");
    }

    @Test
    void toyProblemsOutOfRangeAreRefused() throws Exception {
        refusedToy(
                "\"problem\": \"cube\"",
                "data.source.problem must be one of \"circle\", \"xor\", \"gaussians\", \"spiral\", \"moons\", \"plane\","
                        + " \"waves\", but is \"cube\".");
        refusedToy(
                "\"problem\": \"xor\", \"samples\": 200000",
                "data.source.samples must be a whole number from 1 to 100000, but is 200000.");
        refusedToy(
                "\"problem\": \"xor\", \"samples\": 2, \"noise\": 1.5",
                "data.source.noise must be a number from 0 to 1, but is 1.5.");
        refusedToy(
                "\"problem\": \"moons\", \"samples\": 2, \"noise\": 0, \"classes\": 3",
                "data.source.classes must be a whole number from 2 to 2, but is 3.");
        refusedToy(
                "\"problem\": \"spiral\", \"samples\": 2, \"noise\": 0, \"classes\": 7",
                "data.source.classes must be a whole number from 2 to 6, but is 7.");
        refusedToy(
                "\"problem\": \"plane\", \"samples\": 2, \"noise\": 0, \"classes\": 2",
                "data.source.classes must be left out here, but is 2.");
    }

    private void refusedToy(String entries, String reason) throws Exception {
        refused("\"source\": {\"type\": \"toy\", " + entries + "}", reason);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static DataSettings source(DataSource source) {
        return DataSettings.NONE.withSource(source);
    }

    private void comesBack(DataSettings settings) throws FileException {
        Path file = folder.resolve("model.jimu");
        DocumentFile.save(file, Document.EMPTY.withData(settings));
        assertEquals(settings, DocumentFile.open(file).data());
    }

    private void refused(String entry, String reason) throws Exception {
        Path file = folder.resolve("model.jimu");
        Files.writeString(
                file,
                "{\"format\": 1, \"blocks\": [], \"links\": [], \"data\": {" + entry
                        + ", \"standardize\": true, \"validation_fraction\": 0.1, \"test_fraction\": 0.2, \"seed\": 1}}");
        String sentence = String.valueOf(
                assertThrows(FileException.class, () -> DocumentFile.open(file)).getMessage());
        assertTrue(sentence.contains(reason), sentence);
    }
}
