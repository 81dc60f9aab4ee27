package jimu.engine.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jimu.engine.op.Binary;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** A layer that combines two or more inputs element by element; sizes of 1 are stretched as in PyTorch. */
public interface Merge extends Layer {
    /** What is made of two elements. */
    Binary.Function function();

    @Override
    default List<Port> inputs() {
        return Port.several();
    }

    @Override
    default List<Problem> check(List<TensorType> inputs) {
        List<Problem> problems = new ArrayList<>();
        TensorShape common = inputs.get(0).shape();
        for (int i = 0; i < inputs.size() && problems.isEmpty(); i++) {
            String port = inputs().get(i).name();
            TensorType input = inputs.get(i);
            Problem.unlessFloating(input).forEach(problem -> problems.add(problem.at(port)));
            Optional<TensorShape> stretched = common.broadcast(input.shape());
            boolean once = stretched
                    .filter(shape ->
                            shape.dims().stream().filter(dim -> dim.batched()).count() < 2)
                    .isPresent();
            if (!once) {
                problems.add(Problem.shape("merge.shapes", common.toString(), input.toString(), port)
                        .at(port, clashing(common, input.shape())));
            }
            common = stretched.orElse(common);
        }
        return problems;
    }

    /** The axes of {@code other} that neither equal those of {@code common} nor can be stretched to them, from the end. */
    private static List<Integer> clashing(TensorShape common, TensorShape other) {
        return IntStream.rangeClosed(1, Math.min(common.rank(), other.rank()))
                .map(back -> -back)
                .filter(axis -> !common.dim(axis).equals(other.dim(axis)))
                .filter(axis ->
                        !common.dim(axis).equals(Dim.of(1)) && !other.dim(axis).equals(Dim.of(1)))
                .boxed()
                .toList();
    }

    @Override
    default PyTorch pytorch(Map<String, TensorType> inputs) {
        return PyTorch.expression(inputs.keySet().stream()
                .map(port -> "{" + port + "}")
                .reduce(this::spelt)
                .orElse(""));
    }

    /** Two operands, in braces, as PyTorch source combines them. */
    private String spelt(String one, String other) {
        return switch (function()) {
            case ADD -> one + " + " + other;
            case SUBTRACT -> one + " - " + other;
            case MULTIPLY -> one + " * " + other;
            case MAXIMUM -> "torch.maximum(" + one + ", " + other + ")";
        };
    }

    @Override
    default List<Origin> origins(int output, List<TensorType> inputs) {
        return Origin.stretched(inputs.stream().map(TensorType::shape).toList());
    }

    @Override
    default List<Value> lower(Lowering lowering, List<Value> inputs) {
        Value merged = inputs.get(0);
        for (Value input : inputs.subList(1, inputs.size())) {
            merged = lowering.apply(new Binary(function()), merged, input);
        }
        return List.of(merged);
    }
}
