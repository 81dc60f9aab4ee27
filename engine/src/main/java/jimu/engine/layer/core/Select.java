package jimu.engine.layer.core;

import java.util.List;
import java.util.Map;
import jimu.engine.layer.Axes;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Problem;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.Value;
import jimu.engine.message.Messages;
import jimu.engine.op.Reshape;
import jimu.engine.op.Slice;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * One index along an axis, which falls away, such as the last time step: (N, T, H) → (N, H), as PyTorch's {@code torch.select}.
 *
 * @param dim the axis, negative counting from the end
 * @param index the index, negative counting from the end
 */
public record Select(int dim, int index) implements Layer {
    /** The last time step of a sequence whose first axis is the batch. */
    public Select() {
        this(1, -1);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorShape x = inputs.get(0).shape();
        List<Problem> problems = Axes.checkWithinSample("dim", List.of(dim), inputs.get(0));
        if (!problems.isEmpty()) {
            return problems;
        }
        long size = x.dim(dim).factor();
        return index >= -size && index < size
                ? List.of()
                : List.of(Problem.shape(
                                "select.index",
                                Messages.text("expected.from", -size, size - 1),
                                Integer.toString(index),
                                Integer.toString(dim),
                                x.toString())
                        .at("input"));
    }

    @Override
    public PyTorch pytorch(Map<String, TensorType> inputs) {
        return PyTorch.expression("{input}.select(" + dim + ", " + index + ")");
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        TensorShape x = inputs.get(0).shape();
        List<Origin> origins = Origin.same(x.rank());
        origins.remove(Axes.of(dim, x));
        return origins;
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        TensorShape x = inputs.get(0).type().shape();
        int axis = Axes.of(dim, x);
        long at = index < 0 ? x.dim(axis).factor() + index : index;
        Value slice = lowering.apply(new Slice(axis, at, at + 1), inputs.get(0));
        return List.of(lowering.apply(new Reshape(Axes.replace(x, axis, List.of())), slice));
    }
}
