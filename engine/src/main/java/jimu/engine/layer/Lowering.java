package jimu.engine.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jimu.engine.op.InnerProduct;
import jimu.engine.op.Op;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** Collects what one layer consists of while the layer lowers itself: parameters, buffers and primitive operations. */
public final class Lowering {
    /** One operation with its operands and results. */
    public record Application(Op op, List<Value> operands, List<Value> results) {}

    /** A parameter or buffer as a value. */
    public record Held(ParameterSpec spec, Value value) {}

    /** A field of the data as a value. */
    public record Sourced(String field, Value value) {}

    private final Mode mode;
    private final List<Value> inputs = new ArrayList<>();
    private final List<Application> applications = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final List<Sourced> sources = new ArrayList<>();
    private int values;

    /** Begins a lowering in {@code mode} with inputs of the given types. */
    public Lowering(Mode mode, List<TensorType> inputTypes) {
        this.mode = mode;
        for (TensorType type : inputTypes) {
            inputs.add(fresh(type));
        }
    }

    /** Lowers {@code layer} for inputs of the given types and returns what it consists of. */
    public static Lowered lower(Layer layer, Mode mode, List<TensorType> inputTypes) {
        Lowering lowering = new Lowering(mode, inputTypes);
        List<Value> outputs = layer.lower(lowering, List.copyOf(lowering.inputs));
        return new Lowered(lowering.inputs, lowering.sources, lowering.held, lowering.applications, outputs);
    }

    /** Whether the layer is to behave as in training or as in evaluation. */
    public Mode mode() {
        return mode;
    }

    /** A trainable parameter. */
    public Value parameter(String name, TensorShape shape, Initializer initializer) {
        return hold(new ParameterSpec(name, shape, initializer, ParameterSpec.Kind.PARAMETER));
    }

    /** A tensor that is saved with the weights and not trained. */
    public Value buffer(String name, TensorShape shape, Initializer initializer) {
        return hold(new ParameterSpec(name, shape, initializer, ParameterSpec.Kind.BUFFER));
    }

    /** A field of the data. */
    public Value source(String field, TensorType type) {
        Value value = fresh(type);
        sources.add(new Sourced(field, value));
        return value;
    }

    /** Applies an operation with one result. */
    public Value apply(Op op, Value... operands) {
        return applyAll(op, List.of(operands)).get(0);
    }

    /** Applies an operation and returns all its results. */
    public List<Value> applyAll(Op op, List<Value> operands) {
        List<TensorType> types = operands.stream().map(Value::type).collect(Collectors.toUnmodifiableList());
        List<Value> results = op.results(types).stream().map(this::fresh).collect(Collectors.toUnmodifiableList());
        applications.add(new Application(op, operands, results));
        return results;
    }

    /** The affine map of the last axis to {@code outFeatures}, with PyTorch's parameter names after {@code prefix}. */
    public Value linear(String prefix, Value x, long outFeatures, Bias bias) {
        return affineMap(x, linearParameters(prefix, x.type().shape().dim(-1).factor(), outFeatures, bias));
    }

    /** The weight and, if wanted, the bias of an affine map, as PyTorch's Linear draws them. */
    public List<Value> linearParameters(String prefix, long inFeatures, long outFeatures, Bias bias) {
        Initializer uniform = Initializer.Uniform.fanIn(inFeatures);
        Value weight = parameter(prefix + "weight", TensorShape.of(outFeatures, inFeatures), uniform);
        return bias == Bias.WITH
                ? List.of(weight, parameter(prefix + "bias", TensorShape.of(outFeatures), uniform))
                : List.of(weight);
    }

    /** The affine map of the last axis by a weight and, if there is one, a bias. */
    public Value affineMap(Value x, List<Value> parameters) {
        return applyAll(
                        new InnerProduct(),
                        Stream.concat(Stream.of(x), parameters.stream()).toList())
                .get(0);
    }

    /** A weight of ones and a bias of zeros, by which a normalisation scales and shifts, with PyTorch's names after {@code prefix}. */
    public List<Value> affine(String prefix, TensorShape shape) {
        return List.of(
                parameter(prefix + "weight", shape, new Initializer.Constant(1)),
                parameter(prefix + "bias", shape, new Initializer.Constant(0)));
    }

    /** Whether a shared piece has a bias. */
    public enum Bias {
        WITH,
        WITHOUT;

        /** The choice that a layer's {@code bias} parameter states. */
        public static Bias of(boolean bias) {
            return bias ? WITH : WITHOUT;
        }
    }

    private Value hold(ParameterSpec spec) {
        Value value = fresh(new TensorType(jimu.engine.shape.DType.FLOAT32, spec.shape()));
        held.add(new Held(spec, value));
        return value;
    }

    private Value fresh(TensorType type) {
        return new Value(values++, type);
    }
}
