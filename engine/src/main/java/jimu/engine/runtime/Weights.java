package jimu.engine.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/**
 * The parameters, their gradients and the buffers of one network in native memory, each kind flat and row-major.
 *
 * <p>All executors of a run share them. Every parameter begins at a multiple of 16 elements; the gaps stay zero.
 */
public final class Weights {
    private static final long ALIGNMENT = 16;

    private final Map<String, Weight> layout;
    private final Map<String, Tensor> values = new LinkedHashMap<>();
    private final Map<String, Tensor> gradients = new LinkedHashMap<>();
    private final Tensor flatValues;
    private final Tensor flatGradients;

    /** Weights with the values of {@code snapshot}, computing in {@code floating}; {@code memory} owns them. */
    public Weights(WeightSnapshot snapshot, DType floating, Memory memory) {
        layout = snapshot.arrays();
        long parameters = 0;
        long buffers = 0;
        for (Weight weight : layout.values()) {
            if (trainable(weight)) {
                parameters += aligned(weight);
            } else {
                buffers += aligned(weight);
            }
        }
        flatValues = memory.allocate(floating, parameters);
        flatGradients = memory.allocate(floating, parameters);
        Tensor flatBuffers = memory.allocate(floating, buffers);
        long parameter = 0;
        long buffer = 0;
        for (Map.Entry<String, Weight> entry : layout.entrySet()) {
            long count = entry.getValue().values().length;
            if (trainable(entry.getValue())) {
                values.put(entry.getKey(), flatValues.slice(parameter, count));
                gradients.put(entry.getKey(), flatGradients.slice(parameter, count));
                parameter += aligned(entry.getValue());
            } else {
                values.put(entry.getKey(), flatBuffers.slice(buffer, count));
                buffer += aligned(entry.getValue());
            }
        }
        load(snapshot);
    }

    /** The current values of a parameter or buffer. Throws IllegalArgumentException for an unknown name. */
    public Tensor value(String name) {
        return require(values, name);
    }

    /** The gradient of a parameter. Throws IllegalArgumentException for an unknown name. */
    public Tensor gradient(String name) {
        return require(gradients, name);
    }

    /** All parameters in one row, gaps included. */
    public Tensor flatValues() {
        return flatValues;
    }

    /** The gradients in the places of {@link #flatValues}. */
    public Tensor flatGradients() {
        return flatGradients;
    }

    /** Takes over the values of {@code snapshot}, which has the same names and shapes. */
    public void load(WeightSnapshot snapshot) {
        values.forEach((name, tensor) -> {
            Weight weight = snapshot.arrays().get(name);
            if (weight == null || weight.values().length != tensor.length()) {
                throw new IllegalArgumentException("The snapshot does not fit at " + name);
            }
            tensor.write(0, weight.values(), 0, weight.values().length);
        });
    }

    /** A copy of the current values. */
    public WeightSnapshot snapshot() {
        Map<String, Weight> arrays = new LinkedHashMap<>();
        layout.forEach((name, weight) -> arrays.put(name, copy(name, weight)));
        return new WeightSnapshot(arrays);
    }

    /** A copy of the current values of one parameter or buffer, if there is one of that name. */
    public Optional<Weight> snapshot(String name) {
        return Optional.ofNullable(layout.get(name)).map(weight -> copy(name, weight));
    }

    private Weight copy(String name, Weight weight) {
        float[] copy = new float[weight.values().length];
        value(name).read(0, copy, 0, copy.length);
        return new Weight(weight.shape(), copy, weight.kind());
    }

    private static Tensor require(Map<String, Tensor> tensors, String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("No parameter is called " + name);
        }
        return tensor;
    }

    private static boolean trainable(Weight weight) {
        return weight.kind() == ParameterSpec.Kind.PARAMETER;
    }

    private static long aligned(Weight weight) {
        return (weight.values().length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
