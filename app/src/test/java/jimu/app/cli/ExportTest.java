package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jimu.app.session.Iris;
import jimu.engine.data.Affine;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Document;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.WeightFile;
import jimu.engine.plan.WeightSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final String UNTRAINED =
            "The weights are the untrained first ones (seed 1); give trained ones with --weights.";

    @TempDir
    private Path folder;

    private Path iris;
    private Path weights;
    private Preprocessing preprocessing;
    private WeightSnapshot values;

    @BeforeEach
    void save() throws Exception {
        iris = Iris.savedIn(folder);
        weights = path("w.safetensors");
        preprocessing = new Preprocessing(Map.of("features", Affine.scaling(0.125)));
        values = WeightSnapshot.initial(ShapeInference.infer(Iris.DOCUMENT), 9);
        WeightFile.write(weights, values, preprocessing);
    }

    @Test
    void onnxHoldsWeightsAndPreprocessing() throws Exception {
        Path file = path("iris.onnx");
        assertEquals(
                Said.lines(0, "Wrote " + file),
                Said.to("export", iris, "--to", "onnx", "--weights", weights, "-o", file));
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("fc1.weight"));
        assertTrue(text.contains(preprocessing.toJson()));
    }

    @Test
    void anOnnxFileStandsForANetworkWithItsWeights() throws Exception {
        Path file = path("iris.onnx");
        Said.to("export", iris, "--to", "onnx", "--weights", weights, "-o", file);
        Said summary = Said.to("summary", file);
        assertEquals(0, summary.exit());
        assertTrue(summary.out().contains("fc1"), summary.out());
        Path again = path("again.py");
        assertEquals(0, Said.to("export", file, "--to", "pytorch", "-o", again).exit());
        assertArrayEquals(
                Objects.requireNonNull(values.arrays().get("fc1.weight")).values(),
                Objects.requireNonNull(WeightFile.read(path("again.safetensors"))
                                .arrays()
                                .get("fc1.weight"))
                        .floats());
        assertEquals(Said.to("evaluate", iris, "--weights", weights), Said.to("evaluate", iris, "--weights", file));
    }

    @Test
    void pyTorchSourceHasItsWeightsBesideIt() throws Exception {
        Path file = path("net.py");
        assertEquals(
                Said.lines(0, "Wrote " + file + " and its weights beside it"),
                Said.to("export", iris, "--to", "PyTorch", "--weights", weights, "-o", file));
        assertTrue(Files.readString(file).contains("class Iris(nn.Module):"));
        WeightFile beside = WeightFile.read(path("net.safetensors"));
        assertEquals(preprocessing, beside.preprocessing());
        assertArrayEquals(
                Objects.requireNonNull(values.arrays().get("fc1.weight")).values(),
                Objects.requireNonNull(beside.arrays().get("fc1.weight")).floats());
    }

    @Test
    void withoutWeightsTheFirstOnesAreWrittenAndItIsSaid() throws Exception {
        Path file = path("net.py");
        assertEquals(
                Said.lines(0, "Wrote " + file + " and its weights beside it", UNTRAINED),
                Said.to("export", iris, "--to", "pytorch", "-o", file));
        WeightSnapshot first = WeightSnapshot.initial(ShapeInference.infer(Iris.DOCUMENT), 1);
        assertArrayEquals(
                Objects.requireNonNull(first.arrays().get("fc2.weight")).values(),
                Objects.requireNonNull(WeightFile.read(path("net.safetensors"))
                                .arrays()
                                .get("fc2.weight"))
                        .floats());
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertEquals(
                Said.refusal("Invalid value for option '--to': onnx or pytorch was expected and 'keras' was found"
                        + " (see 'jimu export --help')"),
                Said.to("export", iris, "--to", "keras", "-o", path("net")));
    }

    @Test
    void anEmptyModelIsRefused() throws Exception {
        DocumentFile.save(iris, Document.EMPTY);
        Said said = Said.to("export", iris, "--to", "onnx", "-o", path("empty.onnx"));
        assertEquals(2, said.exit());
        assertEquals(1, said.err().lines().count());
        assertFalse(Files.exists(path("empty.onnx")));
    }

    @Test
    void aFolderInPlaceOfTheFileIsRefusedAndNothingIsWritten() throws Exception {
        assertEquals(
                Said.refusal("\"" + folder + "\" is a folder, where the name of a file is needed."),
                Said.to("export", iris, "--to", "pytorch", "-o", folder));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(iris, weights), files.sorted().toList());
        }
    }

    @Test
    void whatIsNoWeightFileIsRefused() {
        Said said = Said.to("export", iris, "--to", "onnx", "--weights", iris, "-o", path("net.onnx"));
        assertEquals(2, said.exit());
        assertEquals(1, said.err().lines().count());
        assertFalse(Files.exists(path("net.onnx")));
    }

    private Path path(String name) {
        return folder.resolve(name);
    }
}
