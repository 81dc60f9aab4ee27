package jimu.engine.export.onnx;

import ai.onnxruntime.OnnxJavaType;
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
import java.util.Set;
import jimu.engine.io.NumberArray;
import jimu.engine.shape.TensorShape;

/** An exported file in ONNX Runtime. */
final class OnnxRun implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    private final OrtSession session;

    OnnxRun(Path file) throws OrtException {
        session = environment.createSession(file.toString(), options);
    }

    Set<String> inputs() {
        return session.getInputNames();
    }

    /** The outputs for these inputs, in the file's order. */
    List<NumberArray> run(Map<String, NumberArray> inputs) throws OrtException {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        List<NumberArray> outputs = new ArrayList<>();
        try {
            for (Map.Entry<String, NumberArray> input : inputs.entrySet()) {
                tensors.put(input.getKey(), tensor(input.getValue()));
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

    @Override
    public void close() throws OrtException {
        session.close();
        options.close();
    }

    private OnnxTensor tensor(NumberArray array) throws OrtException {
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
        if (tensor.getInfo().type == OnnxJavaType.INT32) {
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
