package jimu.engine.imports.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jimu.engine.export.EngineRun;
import jimu.engine.export.ExportCase;
import jimu.engine.export.ExportCases;
import jimu.engine.export.onnx.OnnxExporter;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.imports.ImportedNetwork;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.FileException;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Problem;
import jimu.engine.plan.WeightSnapshot;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was exported computes the same after it is read again from its operators alone. */
class OnnxImporterTest {
    @TempDir
    Path folder;

    /** What a graph of these spells out is no block, and is told. */
    private static final Set<String> REFUSED = Set.of("batch_norm_of_the_batch", "pools", "averages", "adaptive_pools");

    static Stream<ExportCase> cases() {
        return ExportCases.all().stream().filter(network -> !REFUSED.contains(network.name()));
    }

    static Stream<ExportCase> refused() {
        return ExportCases.all().stream().filter(network -> REFUSED.contains(network.name()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatNoBlockDoesIsToldInOneSentence(ExportCase network) throws Exception {
        Path file = folder.resolve("model.onnx");
        OnnxExporter.export(network.inference(), network.weights(), Optional.empty(), file);
        FileException refused = assertThrows(FileException.class, () -> OnnxImporter.read(file));
        String sentence = String.valueOf(refused.getMessage());
        assertTrue(sentence.startsWith(file + " ") && sentence.endsWith("."), sentence);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anExportedNetworkComputesTheSameAgain(ExportCase network) throws Exception {
        Path file = folder.resolve("model.onnx");
        OnnxExporter.export(network.inference(), network.weights(), Optional.empty(), file);
        ImportedNetwork imported = OnnxImporter.read(file);
        Inference inference = ShapeInference.infer(imported.document());
        assertEquals(List.of(), inference.findings(Problem.Severity.SHAPE));
        WeightSnapshot weights = imported.weights().fit(WeightSnapshot.initial(inference, 0), file);
        for (int samples : new int[] {1, 3}) {
            Map<String, NumberArray> inputs = network.inputs(samples);
            Map<Endpoint, NumberArray> expected = EngineRun.run(network, inputs, samples);
            Map<String, NumberArray> named = new LinkedHashMap<>();
            inputs.forEach((path, array) -> named.put(path.replace('.', '_'), array));
            Map<Endpoint, NumberArray> found = EngineRun.run(inference, weights, named, samples);
            assertEquals(expected.size(), found.size());
            expected.forEach((endpoint, output) -> assertTrue(
                    found.values().stream().anyMatch(one -> PyTorchFilesTest.isClose(output, one)),
                    network.name() + " has the output " + endpoint.path() + " among " + found.keySet()));
        }
    }
}
