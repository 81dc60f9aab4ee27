package jimu.engine.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.op.Binary;
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
                        .at(port));
            }
            common = stretched.orElse(common);
        }
        return problems;
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
    default List<Value> lower(Lowering lowering, List<Value> inputs) {
        Value merged = inputs.get(0);
        for (Value input : inputs.subList(1, inputs.size())) {
            merged = lowering.apply(new Binary(function()), merged, input);
        }
        return List.of(merged);
    }
}
