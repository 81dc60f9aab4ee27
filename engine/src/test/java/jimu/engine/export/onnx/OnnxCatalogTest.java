package jimu.engine.export.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.Net;
import jimu.engine.export.CatalogueCases;
import jimu.engine.export.Closeness;
import jimu.engine.export.EngineRun;
import jimu.engine.export.ExportCase;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.core.Identity;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layer of the catalogue in evaluation, run by ONNX Runtime: one file for every batch size. */
class OnnxCatalogTest {
    private static final String LAYER = "layer";

    @TempDir
    Path folder;

    static Stream<LayerExample> examples() {
        return CatalogueCases.all().map(CatalogueCases.Case::example);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void onnxRuntimeComputesWhatTheEngineDoes(LayerExample example) throws Exception {
        ExportCase network = network(example);
        Path file = folder.resolve("layer.onnx");
        OnnxExporter.export(network.inference(), network.weights(), Optional.empty(), file);
        try (OnnxRun onnx = new OnnxRun(file)) {
            for (int samples : new int[] {example.samples(), example.samples() + 2}) {
                Map<String, NumberArray> inputs = inputs(example.of(samples));
                Map<Endpoint, NumberArray> expected = EngineRun.run(network, inputs, samples);
                List<NumberArray> found = onnx.run(inputs);
                assertEquals(expected.size(), found.size());
                int i = 0;
                for (Map.Entry<Endpoint, NumberArray> output : expected.entrySet()) {
                    Closeness.assertClose(output.getValue(), found.get(i++), output.getKey() + ", " + samples);
                }
            }
        }
    }

    /** Outputs besides the main one are outputs of the network only through another block. */
    private static ExportCase network(LayerExample example) {
        Net net = new Net();
        IntStream.range(0, example.inputs().size())
                .forEach(i -> net.add(input(i), example.inputs().get(i)));
        net.add(
                LAYER,
                example.layer(),
                IntStream.range(0, example.inputs().size())
                        .mapToObj(OnnxCatalogTest::input)
                        .toArray(String[]::new));
        List<String> outputs = new ArrayList<>(example.layer().outputs());
        outputs.subList(1, outputs.size())
                .forEach(port -> net.add(port + "_shown", new Identity(), LAYER + "." + port));
        return new ExportCase(LAYER, net.infer());
    }

    private static Map<String, NumberArray> inputs(LayerExample example) {
        Map<String, NumberArray> inputs = new LinkedHashMap<>();
        for (int i = 0; i < example.inputs().size(); i++) {
            inputs.put(input(i), example.array(i));
        }
        return inputs;
    }

    private static String input(int index) {
        return "input" + index;
    }
}
