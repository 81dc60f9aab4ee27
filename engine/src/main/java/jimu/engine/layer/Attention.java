package jimu.engine.layer;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.message.Messages;
import jimu.engine.op.MatrixProduct;
import jimu.engine.op.RandomDrop;
import jimu.engine.op.Reshape;
import jimu.engine.op.Scale;
import jimu.engine.op.Slice;
import jimu.engine.op.Softmax;
import jimu.engine.op.Transpose;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Scaled dot-product attention in several heads (Vaswani et al., 2017), the piece that attention layers share: query (N, L, E), key
 * and value (N, S, E) → (N, L, E), or with the batch second.
 *
 * @param prefix what PyTorch's parameter names begin with
 * @param heads the number of heads, which divides E
 * @param dropout the share of attention weights dropped in training
 * @param bias whether the projections have biases
 * @param batchFirst whether the batch is the first axis rather than the second
 */
public record Attention(String prefix, int heads, double dropout, boolean bias, boolean batchFirst) {
    private static final int PROJECTIONS = 3;
    private static final double GLOROT = 6;

    /** Whether sequences of such a type can be attended to. */
    public List<Problem> check(String port, TensorType x, Size width) {
        List<Problem> problems = sequence().check(port, x, width);
        if (!problems.isEmpty()) {
            return problems;
        }
        Dim size = x.shape().dim(2);
        return size.factor() % heads == 0
                ? List.of()
                : List.of(Problem.shape(
                                "attention.heads", Messages.text("expected.divisor", size), heads + "", x.toString())
                        .at(port, List.of(2)));
    }

    /** How the sequences lie. */
    public Sequence sequence() {
        return new Sequence(batchFirst);
    }

    /** The parameters for vectors of {@code width} numbers: those of the projections before, then those of the one behind. */
    public List<Value> parameters(Lowering lowering, long width) {
        double bound = Math.sqrt(GLOROT / ((1 + PROJECTIONS) * width));
        List<Value> parameters = new ArrayList<>(pair(
                lowering,
                "in_proj_",
                TensorShape.of(PROJECTIONS * width, width),
                new Initializer.Uniform(-bound, bound)));
        parameters.addAll(pair(lowering, "out_proj.", TensorShape.of(width, width), Initializer.Uniform.fanIn(width)));
        return parameters;
    }

    /** Attends with these {@link #parameters} and three values, which may be one. */
    public Value lower(Lowering lowering, List<Value> parameters, Value query, Value key, Value value) {
        long width = query.type().shape().dim(2).factor();
        List<Value> in = parameters.subList(0, parameters.size() / 2);
        List<Value> out = parameters.subList(parameters.size() / 2, parameters.size());
        List<Value> projected = query.equals(key) && query.equals(value)
                ? together(lowering, query, in)
                : apart(lowering, List.of(query, key, value), in);
        Value scaled = lowering.apply(new Scale(1 / Math.sqrt((double) width / heads)), projected.get(0));
        Value scores = lowering.apply(new MatrixProduct(false, true), scaled, projected.get(1));
        Value weights = lowering.apply(new Softmax(PROJECTIONS, Softmax.Form.PROBABILITY), scores);
        if (lowering.mode() == Mode.TRAIN && dropout > 0) {
            weights = lowering.apply(new RandomDrop(dropout, prefix + "attention"), weights);
        }
        Value mixed = lowering.apply(new MatrixProduct(false, false), weights, projected.get(2));
        List<Integer> back = batchFirst ? List.of(0, 2, 1, 3) : List.of(2, 0, 1, 3);
        Value turned = lowering.apply(new Transpose(back), mixed);
        return lowering.affineMap(lowering.apply(new Reshape(query.type().shape()), turned), out);
    }

    /** One product for query, key and value, which is then taken apart. */
    private List<Value> together(Lowering lowering, Value x, List<Value> in) {
        TensorShape shape = x.type().shape();
        long width = shape.dim(2).factor();
        Value product = lowering.affineMap(x, in);
        TensorShape parts = new TensorShape(
                List.of(shape.dim(0), shape.dim(1), Dim.of(PROJECTIONS), Dim.of(heads), Dim.of(width / heads)));
        Value split = lowering.apply(new Reshape(parts), product);
        Value turned =
                lowering.apply(new Transpose(batchFirst ? List.of(2, 0, 3, 1, 4) : List.of(2, 1, 3, 0, 4)), split);
        List<Value> projected = new ArrayList<>();
        for (int i = 0; i < PROJECTIONS; i++) {
            Value part = lowering.apply(new Slice(0, i, i + 1L), turned);
            TensorShape one = part.type().shape();
            projected.add(lowering.apply(new Reshape(one.slice(1, one.rank())), part));
        }
        return projected;
    }

    /** A product each with its third of the parameters. */
    private List<Value> apart(Lowering lowering, List<Value> inputs, List<Value> in) {
        List<Value> projected = new ArrayList<>();
        for (int i = 0; i < PROJECTIONS; i++) {
            TensorShape shape = inputs.get(i).type().shape();
            long width = shape.dim(2).factor();
            Slice third = new Slice(0, i * width, (i + 1) * width);
            List<Value> own = in.stream()
                    .map(parameter -> lowering.apply(third, parameter))
                    .toList();
            Value product = lowering.affineMap(inputs.get(i), own);
            TensorShape parts =
                    new TensorShape(List.of(shape.dim(0), shape.dim(1), Dim.of(heads), Dim.of(width / heads)));
            projected.add(lowering.apply(
                    new Transpose(batchFirst ? List.of(0, 2, 1, 3) : List.of(1, 2, 0, 3)),
                    lowering.apply(new Reshape(parts), product)));
        }
        return projected;
    }

    private List<Value> pair(Lowering lowering, String name, TensorShape shape, Initializer initializer) {
        Value weight = lowering.parameter(prefix + name + "weight", shape, initializer);
        return bias
                ? List.of(
                        weight,
                        lowering.parameter(prefix + name + "bias", shape.slice(0, 1), new Initializer.Constant(0)))
                : List.of(weight);
    }
}
