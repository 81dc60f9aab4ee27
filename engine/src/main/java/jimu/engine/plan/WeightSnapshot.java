package jimu.engine.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Inference;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;
import jimu.engine.shape.TensorShape;

/**
 * The values of a network's parameters and buffers at one moment, by {@code path.name}, in the network's order.
 *
 * @param arrays shape and row-major numbers of each; nobody changes the arrays
 */
public record WeightSnapshot(Map<String, Weight> arrays) {
    /**
     * One parameter or buffer.
     *
     * @param shape its sizes
     * @param values its numbers, row-major; not to be changed
     * @param kind whether training changes it
     */
    @SuppressWarnings("ArrayRecordComponent") // a million numbers are not worth boxing; nobody compares snapshots
    public record Weight(TensorShape shape, float[] values, ParameterSpec.Kind kind) {}

    public WeightSnapshot {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /** The first values under {@code seed}: element i of a parameter is drawn from the stream (seed, its name) at i. */
    public static WeightSnapshot initial(Inference inference, long seed) {
        Map<String, Weight> arrays = new LinkedHashMap<>();
        for (FlatBlock block : inference.graph().blocks().values()) {
            if (block.sharesWeightsOf().isEmpty()) {
                inference.known(block.path()).ifPresent(known -> draw(block, known, seed, arrays));
            }
        }
        return new WeightSnapshot(arrays);
    }

    /** The first values under {@code seed} of the one parameter or buffer called {@code name}, which is {@code path.name}. */
    public static Weight first(ParameterSpec spec, String name, long seed) {
        float[] values = new float[Math.toIntExact(spec.elements())];
        first(spec, name, seed, 0, values, values.length);
        return new Weight(spec.shape(), values, spec.kind());
    }

    /** The same from element {@code from} on, {@code count} of them, at the beginning of {@code to}. */
    public static void first(ParameterSpec spec, String name, long seed, long from, float[] to, int count) {
        RandomStream stream = new RandomStream(seed, Purpose.INITIAL_WEIGHTS, name);
        for (int i = 0; i < count; i++) {
            to[i] = (float) spec.initializer().value(stream, from + i);
        }
    }

    /** These values, but those of {@code other} where it has the same name with the same shape. */
    public WeightSnapshot keeping(WeightSnapshot other) {
        Map<String, Weight> merged = new LinkedHashMap<>(arrays);
        merged.replaceAll((name, weight) -> {
            Weight kept = other.arrays.getOrDefault(name, weight);
            return kept.shape().equals(weight.shape()) ? kept : weight;
        });
        return new WeightSnapshot(merged);
    }

    /** Whether the other has the same names with the same shapes. */
    public boolean isLike(WeightSnapshot other) {
        return arrays.keySet().equals(other.arrays.keySet())
                && arrays.entrySet().stream()
                        .allMatch(one -> one.getValue()
                                .shape()
                                .equals(other.arrays
                                        .getOrDefault(one.getKey(), one.getValue())
                                        .shape()));
    }

    private static void draw(FlatBlock block, Known known, long seed, Map<String, Weight> arrays) {
        for (ParameterSpec spec : known.parameters()) {
            String name = block.path() + "." + spec.name();
            arrays.put(name, first(spec, name, seed));
        }
    }
}
