package jimu.engine.export.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
import jimu.engine.shape.TensorShape;
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
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = environment.createSession(file.toString(), options)) {
            for (int samples : new int[] {1, 5}) {
                Map<String, NumberArray> inputs = network.inputs(samples);
                assertEquals(List.copyOf(inputs.keySet()), List.copyOf(session.getInputNames()));
                Map<Endpoint, NumberArray> expected = EngineRun.run(network, inputs, samples);
                List<NumberArray> actual = run(environment, session, inputs);
                assertEquals(expected.size(), actual.size());
                int i = 0;
                for (Map.Entry<Endpoint, NumberArray> output : expected.entrySet()) {
                    Closeness.assertClose(output.getValue(), actual.get(i++), output.getKey() + ", " + samples);
                }
            }
        }
    }

    private static List<NumberArray> run(
            OrtEnvironment environment, OrtSession session, Map<String, NumberArray> inputs) throws OrtException {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        List<NumberArray> outputs = new ArrayList<>();
        try {
            for (Map.Entry<String, NumberArray> input : inputs.entrySet()) {
                tensors.put(input.getKey(), tensor(environment, input.getValue()));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                for (Map.Entry<String, OnnxValue> output : result) {
                    outputs.add(array((OnnxTensor) output.getValue()));
                }
            }
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
        return outputs;
    }

    private static OnnxTensor tensor(OrtEnvironment environment, NumberArray array) throws OrtException {
        long[] shape = array.shape().sizes();
        if (array.type() == NumberArray.Type.F32) {
            return OnnxTensor.createTensor(environment, FloatBuffer.wrap(array.floats()), shape);
        }
        int[] integers = new int[array.length()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = (int) array.longs()[i];
        }
        return OnnxTensor.createTensor(environment, IntBuffer.wrap(integers), shape);
    }

    private static NumberArray array(OnnxTensor tensor) {
        TensorShape shape = TensorShape.of(tensor.getInfo().getShape());
        float[] numbers = new float[(int) shape.elements(1)];
        if (tensor.getInfo().type == ai.onnxruntime.OnnxJavaType.INT32) {
            IntBuffer integers = tensor.getIntBuffer();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = integers.get(i);
            }
        } else {
            tensor.getFloatBuffer().get(numbers);
        }
        return NumberArray.of(shape, numbers);
    }
}
