package jimu.engine.imports.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jimu.engine.export.EngineRun;
import jimu.engine.imports.ImportedNetwork;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Source;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.shape.TensorShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that PyTorch exported (reference/make_onnx.py) compute as blocks what they compute in PyTorch. */
class PyTorchFilesTest {
    private static final double CLOSE = 2e-5;

    static Stream<String> names() throws Exception {
        try (Stream<Path> files = Files.list(Reference.FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".onnx"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void blocksComputeWhatPyTorchDoes(String name) throws Exception {
        Path file = Reference.FOLDER.resolve(name + ".onnx");
        JsonNode reference = JsonMapper.builder()
                .build()
                .readTree(Reference.FOLDER.resolve(name + ".json").toFile());
        ImportedNetwork imported = OnnxImporter.read(file);
        Inference inference = ShapeInference.infer(imported.document());
        assertEquals(List.of(), inference.findings(Problem.Severity.SHAPE));
        WeightSnapshot weights = imported.weights().fit(WeightSnapshot.initial(inference, 0), file);
        Map<String, NumberArray> inputs = new LinkedHashMap<>();
        int samples = 0;
        for (int i = 0; i < reference.path("inputs").size(); i++) {
            NumberArray array = array(reference.path("inputs").path(i));
            String block = "x" + (i + 1);
            Source source = (Source) inference.graph().require(block).layer();
            samples = (int) array.shape().dim(source.batchAxis()).factor();
            inputs.put(block, array);
        }
        List<NumberArray> found =
                List.copyOf(EngineRun.run(inference, weights, inputs, samples).values());
        assertEquals(reference.path("outputs").size(), found.size());
        for (int i = 0; i < reference.path("outputs").size(); i++) {
            NumberArray wanted = array(reference.path("outputs").path(i));
            assertTrue(
                    found.stream().anyMatch(one -> isClose(wanted, one)),
                    name + ": no output like number " + i + ", " + wanted.shape());
        }
    }

    static boolean isClose(NumberArray wanted, NumberArray found) {
        if (!wanted.shape().equals(found.shape())) {
            return false;
        }
        for (int i = 0; i < wanted.length(); i++) {
            float one = wanted.floats()[i];
            if (!(Math.abs(one - found.floats()[i]) <= CLOSE * (1 + Math.abs(one)))) {
                return false;
            }
        }
        return true;
    }

    private static NumberArray array(JsonNode node) {
        long[] shape = new long[node.path("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = node.path("shape").path(i).asLong();
        }
        float[] numbers = new float[node.path("data").size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) node.path("data").path(i).asDouble();
        }
        return NumberArray.of(TensorShape.of(shape), numbers);
    }
}
