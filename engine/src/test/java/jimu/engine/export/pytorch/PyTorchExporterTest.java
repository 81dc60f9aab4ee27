package jimu.engine.export.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jimu.engine.export.ExportCase;
import jimu.engine.export.ExportCases;
import jimu.engine.export.ExportException;
import jimu.engine.io.NumberArray;
import jimu.engine.io.Safetensors;
import jimu.engine.io.WeightFile;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.shape.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in exported sources and beside them. */
class PyTorchExporterTest {
    private static final String PREPROCESSING = "{\"image\":{\"offset\":[33.318421],\"scale\":[0.012727]}}";

    @TempDir
    Path folder;

    static java.util.stream.Stream<ExportCase> cases() {
        return ExportCases.all().stream();
    }

    @Test
    void lenetIsTheSourceThatAPersonWouldWrite() throws Exception {
        ExportCase network = ExportCases.lenet();
        Path file = folder.resolve("lenet.py");
        PyTorchExporter.export(
                network.inference(), network.weights(), Optional.of(PREPROCESSING), Optional.empty(), "LeNet", file);
        try (InputStream expected = PyTorchExporterTest.class.getResourceAsStream("/jimu/engine/export/lenet.py.txt")) {
            assertEquals(
                    new String(expected.readAllBytes(), StandardCharsets.UTF_8).replace("\r", ""),
                    Files.readString(file));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noLineIsLongerThanAHundredColumns(ExportCase network) throws Exception {
        Path file = folder.resolve("model.py");
        PyTorchExporter.export(network.inference(), network.weights(), network.name(), file);
        String tooLong = Files.readString(file)
                .lines()
                .filter(line -> line.length() > 100 || line.endsWith(" "))
                .collect(Collectors.joining("\n"));
        assertEquals("", tooLong);
    }

    @Test
    void weightsLieBesideUnderTheKeysOfTheStateDict() throws Exception {
        ExportCase network = ExportCases.all().get(1);
        Path file = folder.resolve("norm.v2.py");
        PyTorchExporter.export(network.inference(), network.weights(), network.name(), file);
        try (Safetensors tensors = Safetensors.open(folder.resolve("norm.v2.safetensors"))) {
            Set<String> expected =
                    new LinkedHashSet<>(network.weights().arrays().keySet());
            expected.add("bn.num_batches_tracked");
            expected.add("plain.num_batches_tracked");
            assertEquals(expected, Set.copyOf(tensors.names()));
            assertEquals(NumberArray.of(TensorShape.SCALAR, new long[] {0}), tensors.read("bn.num_batches_tracked"));
            Weight mean = Objects.requireNonNull(network.weights().arrays().get("bn.running_mean"));
            assertEquals(NumberArray.of(mean.shape(), mean.values()), tensors.read("bn.running_mean"));
            assertEquals(Map.of(), tensors.metadata());
        }
        assertTrue(Files.readString(file).contains("with_name(\"norm.v2.safetensors\")"));
    }

    @Test
    void theWeightsCanComeBackAsAWeightFile() throws Exception {
        ExportCase network = ExportCases.lenet();
        Path file = folder.resolve("lenet.py");
        PyTorchExporter.export(
                network.inference(), network.weights(), Optional.of(PREPROCESSING), Optional.empty(), "LeNet", file);
        Path beside = folder.resolve("lenet.safetensors");
        WeightFile read = WeightFile.read(beside);
        assertEquals(PREPROCESSING, read.preprocessing().toJson());
        Map<String, Weight> weights = read.fit(network.weights(), beside).arrays();
        network.weights()
                .arrays()
                .forEach((name, weight) -> assertTrue(
                        Arrays.equals(
                                weight.values(),
                                Objects.requireNonNull(weights.get(name)).values()),
                        name));
    }

    @Test
    void aFolderThatDoesNotExistIsNamed() {
        ExportCase network = ExportCases.lenet();
        Path file = folder.resolve("nowhere").resolve("lenet.py");
        ExportException refused = assertThrows(
                ExportException.class,
                () -> PyTorchExporter.export(network.inference(), network.weights(), "LeNet", file));
        assertTrue(String.valueOf(refused.getMessage()).contains("nowhere"), refused.getMessage());
    }

    @Test
    void damagedPreprocessingIsRefused() {
        ExportCase network = ExportCases.lenet();
        assertThrows(
                ExportException.class,
                () -> PyTorchExporter.export(
                        network.inference(),
                        network.weights(),
                        Optional.of("[]"),
                        Optional.empty(),
                        "LeNet",
                        folder.resolve("lenet.py")));
    }
}
