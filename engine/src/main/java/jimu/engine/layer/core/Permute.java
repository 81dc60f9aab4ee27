package jimu.engine.layer.core;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jimu.engine.layer.Axes;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Problem;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.Value;
import jimu.engine.message.Messages;
import jimu.engine.op.Transpose;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The same numbers with the axes in another order: y's axis i is axis {@code dims[i]} of x, as PyTorch's {@code torch.permute}.
 * The batch may move too.
 *
 * @param dims every axis once, negative counting from the end
 */
public record Permute(List<Integer> dims) implements Layer {
    public Permute {
        dims = List.copyOf(dims);
    }

    /** (N, A, B) → (N, B, A). */
    public Permute() {
        this(List.of(0, 2, 1));
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorShape x = inputs.get(0).shape();
        return dims.size() == x.rank()
                ? Axes.check("dims", dims, inputs.get(0))
                : List.of(Problem.shape(
                                "permute.dims", Messages.text("expected.axes", x.rank()), dims.toString(), x.toString())
                        .at("input"));
    }

    @Override
    public PyTorch pytorch(Map<String, TensorType> inputs) {
        String order = dims.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return PyTorch.expression("{input}.permute(" + order + ")");
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        return Axes.of(dims, inputs.get(0).shape()).stream()
                .map(axis -> Origin.same(0, axis))
                .toList();
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        return lowering.applyAll(
                new Transpose(Axes.of(dims, inputs.get(0).type().shape())), inputs);
    }
}
