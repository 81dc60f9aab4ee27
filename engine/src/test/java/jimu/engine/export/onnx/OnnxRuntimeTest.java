package jimu.engine.export.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jimu.engine.export.Closeness;
import jimu.engine.export.EngineRun;
import jimu.engine.export.ExportCase;
import jimu.engine.export.ExportCases;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.io.NumberArray;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs exported files in ONNX Runtime. */
class OnnxRuntimeTest {
    @TempDir
    Path folder;

    static Stream<ExportCase> cases() {
        return ExportCases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneFileGivesTheEnginesOutputsForEveryBatchSize(ExportCase network) throws Exception {
        Path file = folder.resolve("model.onnx");
        OnnxExporter.export(network.inference(), network.weights(), Optional.empty(), file);
        try (OnnxRun onnx = new OnnxRun(file)) {
            for (int samples : new int[] {1, 5}) {
                Map<String, NumberArray> inputs = network.inputs(samples);
                Map<String, NumberArray> named = new LinkedHashMap<>();
                inputs.forEach((path, array) -> named.put(path.replace('.', '_'), array));
                assertEquals(List.copyOf(named.keySet()), List.copyOf(onnx.inputs()));
                Map<Endpoint, NumberArray> expected = EngineRun.run(network, inputs, samples);
                List<NumberArray> actual = onnx.run(named);
                assertEquals(expected.size(), actual.size());
                int i = 0;
                for (Map.Entry<Endpoint, NumberArray> output : expected.entrySet()) {
                    Closeness.assertClose(output.getValue(), actual.get(i++), output.getKey() + ", " + samples);
                }
            }
        }
    }
}
