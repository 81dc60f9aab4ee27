package jimu.engine.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jimu.engine.message.Messages;
import jimu.engine.op.Concatenation;
import jimu.engine.op.RandomDrop;
import jimu.engine.op.Recurrence;
import jimu.engine.op.Reshape;
import jimu.engine.op.Slice;
import jimu.engine.op.Transpose;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A stack of L recurrent layers in D directions with H units, as PyTorch's: x (T, N, in) → output (T, N, D·H) and the last states
 * (D·L, N, H); with {@code batchFirst} x and output are (N, T, …). A sequence without a batch has no axis N: (T, in) → (T, D·H)
 * and (D·L, H). States to begin with may be given in the shape of the last ones; else they are zeros.
 */
public interface Recurrent extends Layer {
    /** The size of x at one step, automatic unless pinned. */
    Size inputSize();

    /** The units H of one layer in one direction. */
    int hiddenSize();

    /** The layers L, each reading the one before. */
    int numLayers();

    /** Whether biases are added. */
    boolean bias();

    /** Whether N comes before the steps in x and output. */
    boolean batchFirst();

    /** The probability that a number between two layers is zeroed in training. */
    double dropout();

    /** Whether a second direction goes from the last step to the first. */
    boolean bidirectional();

    /** What is computed at each step. */
    Recurrence.Cell cell();

    /** How many directions. */
    default int directions() {
        return bidirectional() ? 2 : 1;
    }

    @Override
    default List<Port> inputs() {
        return Stream.concat(
                        Stream.of(Port.required("input")),
                        Stream.of("h_0", "c_0").limit(cell().states()).map(Port::optional))
                .toList();
    }

    @Override
    default List<String> outputs() {
        return Stream.concat(Stream.of("output"), Stream.of("h_n", "c_n").limit(cell().states()))
                .toList();
    }

    @Override
    default List<Problem> check(List<TensorType> inputs) {
        for (int i = 0; i < inputs.size(); i++) {
            if (!inputs.get(i).dtype().isFloating()) {
                String port = inputs().get(i).name();
                return Problem.unlessFloating(inputs.get(i)).stream()
                        .map(problem -> problem.at(port))
                        .toList();
            }
        }
        List<Problem> problems = new ArrayList<>(checkSequence(inputs.get(0).shape()));
        boolean fits = problems.stream().noneMatch(problem -> problem.severity() == Problem.Severity.SHAPE);
        if (fits && inputs.size() > 1) {
            problems.addAll(checkStates(inputs));
        }
        return problems;
    }

    private List<Problem> checkSequence(TensorShape x) {
        if (x.rank() != 2 && x.rank() != 3) {
            String expected = batchFirst()
                    ? Messages.text("expected.rows", "input_size")
                    : Messages.text("expected.columns", "input_size");
            return List.of(
                    Problem.shape("recurrent.rank", expected, x.toString()).at("input"));
        }
        if (x.rank() == 3 && x.dim(batchFirst() ? 1 : 0).batched()) {
            String key = batchFirst() ? "recurrent.second" : "recurrent.first";
            TensorShape right = new TensorShape(List.of(x.dim(1), x.dim(0), x.dim(2)));
            return List.of(Problem.shape(key, right.toString(), x.toString()).at("input"));
        }
        if (x.dim(-1).batched()) {
            return List.of(Problem.shape("recurrent.features", Messages.text("expected.fixed_axis"), x.toString())
                    .at("input"));
        }
        if (!inputSize().accepts(x.dim(-1).factor())) {
            return List.of(Problem.shape(
                            "recurrent.pinned",
                            Integer.toString(inputSize().pinned()),
                            x.dim(-1).toString(),
                            x.toString())
                    .at("input", List.of(-1)));
        }
        return x.rank() == 2 && x.dim(0).batched()
                ? List.of(Problem.hint("recurrent.one", Messages.text("expected.rows", x.dim(1)), x.toString())
                        .at("input"))
                : List.of();
    }

    private List<Problem> checkStates(List<TensorType> inputs) {
        List<Port> ports = inputs();
        if (inputs.size() < ports.size()) {
            return List.of(Problem.shape(
                    "recurrent.states",
                    Messages.text("expected.both", "h_0", "c_0"),
                    Messages.text("expected.one_of_them")));
        }
        TensorShape expected = stateShape(inputs.get(0).shape());
        return IntStream.range(1, ports.size())
                .filter(i -> !inputs.get(i).shape().equals(expected))
                .mapToObj(i -> Problem.shape(
                                "recurrent.state",
                                expected.toString(),
                                inputs.get(i).shape().toString(),
                                ports.get(i).name())
                        .at(ports.get(i).name()))
                .toList();
    }

    /** The shape of the states of all layers. */
    private TensorShape stateShape(TensorShape x) {
        TensorShape one = TensorShape.of(Math.multiplyExact(directions(), numLayers()), hiddenSize());
        return x.rank() == 2 ? one : one.insert(1, x.dim(batchFirst() ? 0 : 1));
    }

    @Override
    default List<Origin> origins(int output, List<TensorType> inputs) {
        int rank = inputs.get(0).shape().rank();
        Origin hidden = Origin.chosen("hidden_size", output == 0 ? directions() : 1);
        if (output == 0) {
            List<Origin> origins = Origin.same(rank);
            origins.set(rank - 1, hidden);
            return origins;
        }
        Origin layers = Origin.chosen("num_layers", directions());
        return rank == 2 ? List.of(layers, hidden) : List.of(layers, Origin.same(0, batchFirst() ? 0 : 1), hidden);
    }

    @Override
    default List<Value> lower(Lowering lowering, List<Value> inputs) {
        TensorShape shape = inputs.get(0).type().shape();
        boolean single = shape.rank() == 2;
        List<Value> given =
                single ? inputs.stream().map(value -> insertN(lowering, value)).toList() : inputs;
        boolean turned = batchFirst() && !single;
        Value x = turned ? turned(lowering, given.get(0)) : given.get(0);
        List<List<Value>> states = new ArrayList<>();
        for (int layer = 0; layer < numLayers(); layer++) {
            List<Value> operands = new ArrayList<>(List.of(x));
            long first = (long) layer * directions();
            given.stream()
                    .skip(1)
                    .map(state ->
                            numLayers() == 1 ? state : lowering.apply(new Slice(0, first, first + directions()), state))
                    .forEach(operands::add);
            operands.addAll(weights(lowering, layer, x.type().shape().dim(2).factor()));
            List<Value> results =
                    lowering.applyAll(new Recurrence(cell(), bidirectional(), bias(), given.size() > 1), operands);
            x = results.get(0);
            states.add(results.subList(1, results.size()));
            if (lowering.mode() == Mode.TRAIN && dropout() > 0 && layer + 1 < numLayers()) {
                x = lowering.apply(new RandomDrop(dropout(), "l" + layer), x);
            }
        }
        List<Value> outputs = new ArrayList<>(List.of(turned ? turned(lowering, x) : x));
        for (int state = 0; state < cell().states(); state++) {
            int place = state;
            List<Value> all = states.stream().map(layer -> layer.get(place)).toList();
            outputs.add(
                    all.size() == 1
                            ? all.get(0)
                            : lowering.applyAll(new Concatenation(0), all).get(0));
        }
        return single ? outputs.stream().map(value -> removeN(lowering, value)).toList() : outputs;
    }

    /** The parameters of a layer in the order of {@link Recurrence}, under PyTorch's names. */
    private List<Value> weights(Lowering lowering, int layer, long in) {
        Initializer uniform = Initializer.Uniform.fanIn(hiddenSize());
        long rows = Math.multiplyExact((long) cell().gates(), hiddenSize());
        List<Value> weights = new ArrayList<>();
        for (String suffix : List.of("", "_reverse").subList(0, directions())) {
            String end = "_l" + layer + suffix;
            weights.add(lowering.parameter("weight_ih" + end, TensorShape.of(rows, in), uniform));
            weights.add(lowering.parameter("weight_hh" + end, TensorShape.of(rows, hiddenSize()), uniform));
            if (bias()) {
                weights.add(lowering.parameter("bias_ih" + end, TensorShape.of(rows), uniform));
                weights.add(lowering.parameter("bias_hh" + end, TensorShape.of(rows), uniform));
            }
        }
        return weights;
    }

    private static Value turned(Lowering lowering, Value x) {
        return lowering.apply(new Transpose(List.of(1, 0, 2)), x);
    }

    private static Value insertN(Lowering lowering, Value x) {
        return lowering.apply(new Reshape(x.type().shape().insert(1, Dim.of(1))), x);
    }

    private static Value removeN(Lowering lowering, Value x) {
        TensorShape shape = x.type().shape();
        return lowering.apply(new Reshape(new TensorShape(List.of(shape.dim(0), shape.dim(2)))), x);
    }

    @Override
    default Map<String, Integer> automaticSizes(List<TensorType> inputs) {
        return Map.of(
                "input_size", Math.toIntExact(inputs.get(0).shape().dim(-1).factor()));
    }

    @Override
    default PyTorch pytorch(Map<String, TensorType> inputs) {
        PyTorch module = PyTorch.module("nn." + type());
        if (cell().states() == 1) {
            return module;
        }
        PyTorch giving = module.giving("{output}, ({h_n}, {c_n})");
        return inputs.size() == 1 ? giving : giving.called("{module}({input}, ({h_0}, {c_0}))");
    }

    @Override
    default Optional<String> printed() {
        return Optional.of(
                "{input_size}, {hidden_size}[, num_layers={num_layers}][, bias={bias}][, batch_first={batch_first}]"
                        + "[, dropout={dropout}][, bidirectional={bidirectional}]");
    }
}
