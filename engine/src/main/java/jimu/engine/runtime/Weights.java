package jimu.engine.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.Inference;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/**
 * The parameters, their gradients and the buffers of one network in native memory, each kind flat and row-major.
 *
 * <p>All executors of a run share them. Every parameter begins at a multiple of 16 elements; the gaps stay zero.
 */
public final class Weights {
    private static final long ALIGNMENT = 16;
    private static final int CHUNK = 1 << 14;

    private final Map<String, Place> layout;
    private final Map<String, Tensor> values;
    private final Map<String, Tensor> gradients;
    private final Tensor flatValues;
    private final Tensor flatGradients;
    private final Tensor flatBuffers;
    private double bound;
    private boolean measured;

    /** What is known of a parameter or buffer without its values. */
    private record Place(TensorShape shape, ParameterSpec.Kind kind) {
        long count() {
            return shape.elements(1);
        }

        long aligned() {
            return (count() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }

        boolean trainable() {
            return kind == ParameterSpec.Kind.PARAMETER;
        }
    }

    /** Weights with the values of {@code snapshot}, computing in {@code floating}; {@code memory} owns them. */
    public Weights(WeightSnapshot snapshot, DType floating, Memory memory) {
        this(places(snapshot), floating, memory, memory);
        keep(snapshot);
    }

    /** The weights of a network, all of them zeros yet; {@code steps} owns the gradients. */
    public static Weights zeros(Inference inference, DType floating, Memory memory, Memory steps) {
        Map<String, Place> places = new LinkedHashMap<>();
        each(inference, (name, spec) -> places.put(name, new Place(spec.shape(), spec.kind())));
        return new Weights(places, floating, memory, steps);
    }

    /** The weights of a network with their first values under a seed, as {@link WeightSnapshot#initial} gives them. */
    public static Weights initial(Inference inference, long seed, DType floating, Memory memory) {
        Weights weights = zeros(inference, floating, memory, memory);
        weights.draw(inference, seed);
        return weights;
    }

    private static void each(Inference inference, BiConsumer<String, ParameterSpec> reader) {
        for (FlatBlock block : inference.graph().blocks().values()) {
            if (block.sharesWeightsOf().isEmpty()) {
                inference
                        .known(block.path())
                        .ifPresent(known -> known.parameters()
                                .forEach(spec -> reader.accept(block.path() + "." + spec.name(), spec)));
            }
        }
    }

    private static Map<String, Place> places(WeightSnapshot snapshot) {
        Map<String, Place> places = new LinkedHashMap<>();
        snapshot.arrays().forEach((name, weight) -> places.put(name, new Place(weight.shape(), weight.kind())));
        return places;
    }

    private Weights(Map<String, Place> places, DType floating, Memory memory, Memory steps) {
        layout = places;
        long parameters = 0;
        long buffers = 0;
        for (Place place : layout.values()) {
            if (place.trainable()) {
                parameters += place.aligned();
            } else {
                buffers += place.aligned();
            }
        }
        flatValues = memory.allocate(floating, parameters);
        flatGradients = steps.allocate(floating, parameters);
        flatBuffers = memory.allocate(floating, buffers);
        values = slices(flatValues, flatBuffers);
        gradients = parts(flatGradients);
    }

    /** The current values of a parameter or buffer. Throws IllegalArgumentException for an unknown name. */
    public Tensor value(String name) {
        return require(values, name);
    }

    /** The gradient of a parameter. Throws IllegalArgumentException for an unknown name. */
    public Tensor gradient(String name) {
        return require(gradients, name);
    }

    /** What no parameter's magnitude exceeds; infinite or NaN if one of them is very large or not a number. */
    public double bound() {
        if (!measured) {
            float[] chunk = new float[Magnitude.CHUNK];
            Magnitude magnitude = new Magnitude();
            for (long from = 0; from < flatValues.length(); from += chunk.length) {
                int count = (int) Math.min(chunk.length, flatValues.length() - from);
                flatValues.read(from, chunk, 0, count);
                magnitude.add(chunk, count);
            }
            changed(magnitude.bound());
        }
        return bound;
    }

    /** Told by who changes the parameters what {@link #bound} is now. */
    public void changed(double nowBound) {
        bound = nowBound;
        measured = true;
    }

    /** Told by who changes parameters and does not know their bound. */
    public void changed() {
        measured = false;
    }

    /** All parameters in one row, gaps included. */
    public Tensor flatValues() {
        return flatValues;
    }

    /** The shape of each parameter and buffer by name, in the network's order. */
    public Map<String, TensorShape> shapes() {
        Map<String, TensorShape> shapes = new LinkedHashMap<>();
        layout.forEach((name, place) -> shapes.put(name, place.shape()));
        return shapes;
    }

    /** The parts of {@code flat}, which has a number in each place of {@link #flatValues}, that belong to each parameter. */
    public Map<String, Tensor> parts(Tensor flat) {
        Map<String, Tensor> parts = new LinkedHashMap<>();
        long from = 0;
        for (Map.Entry<String, Place> entry : layout.entrySet()) {
            Place place = entry.getValue();
            if (place.trainable()) {
                parts.put(entry.getKey(), flat.slice(from, place.count()));
                from += place.aligned();
            }
        }
        return parts;
    }

    /** The gradients in the places of {@link #flatValues}. */
    public Tensor flatGradients() {
        return flatGradients;
    }

    /** All buffers in one row, gaps included. */
    public Tensor flatBuffers() {
        return flatBuffers;
    }

    /** Gives all their first values under a seed, through an array that stays small. */
    public void draw(Inference inference, long seed) {
        float[] chunk = new float[CHUNK];
        each(inference, (name, spec) -> {
            Tensor tensor = value(name);
            for (long from = 0; from < tensor.length(); from += CHUNK) {
                int count = (int) Math.min(CHUNK, tensor.length() - from);
                WeightSnapshot.first(spec, name, seed, from, chunk, count);
                tensor.write(from, chunk, 0, count);
            }
        });
        changed();
    }

    /** Takes over the values of {@code snapshot} where it has the same name with the same shape. */
    public void keep(WeightSnapshot snapshot) {
        snapshot.arrays().forEach((name, weight) -> {
            Place place = layout.get(name);
            if (place != null && place.shape().equals(weight.shape())) {
                value(name).write(0, weight.values(), 0, weight.values().length);
            }
        });
        changed();
    }

    /** A copy of the current values. */
    public WeightSnapshot snapshot() {
        Map<String, Weight> arrays = new LinkedHashMap<>();
        layout.forEach((name, place) -> arrays.put(name, copy(place, value(name))));
        return new WeightSnapshot(arrays);
    }

    /** Each parameter and buffer within tensors that are laid out as {@link #flatValues} and {@link #flatBuffers}. */
    public Map<String, Tensor> slices(Tensor parameters, Tensor buffers) {
        Map<String, Tensor> slices = new LinkedHashMap<>();
        long parameter = 0;
        long buffer = 0;
        for (Map.Entry<String, Place> entry : layout.entrySet()) {
            Place place = entry.getValue();
            boolean trainable = place.trainable();
            slices.put(
                    entry.getKey(),
                    (trainable ? parameters : buffers).slice(trainable ? parameter : buffer, place.count()));
            parameter += trainable ? place.aligned() : 0;
            buffer += trainable ? 0 : place.aligned();
        }
        return slices;
    }

    /** A copy of the current values of one parameter or buffer, if there is one of that name. */
    public Optional<Weight> snapshot(String name) {
        return Optional.ofNullable(layout.get(name)).map(place -> copy(place, value(name)));
    }

    private static Weight copy(Place place, Tensor values) {
        float[] copy = new float[Math.toIntExact(place.count())];
        values.read(0, copy, 0, copy.length);
        return new Weight(place.shape(), copy, place.kind());
    }

    private static Tensor require(Map<String, Tensor> tensors, String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("No parameter is called " + name);
        }
        return tensor;
    }
}
