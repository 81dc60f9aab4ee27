package jimu.engine.layer.core;

import java.util.List;
import java.util.Map;
import jimu.engine.layer.Axes;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.Value;
import jimu.engine.message.Messages;
import jimu.engine.op.Slice;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A run of indices along an axis, such as half of the channels: (N, C, H, W) → (N, length, H, W), as PyTorch's {@code
 * torch.narrow}.
 *
 * @param dim the axis, negative counting from the end
 * @param start the first index, negative counting from the end
 * @param length how many
 */
public record Narrow(int dim, int start, @Param(min = 1) int length) implements Layer {
    /** The first channel. */
    public Narrow() {
        this(1, 0, 1);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorShape x = inputs.get(0).shape();
        List<Problem> problems = Axes.checkWithinSample("dim", List.of(dim), inputs.get(0));
        if (!problems.isEmpty()) {
            return problems;
        }
        long size = x.dim(dim).factor();
        return start >= -size && first(x) + length <= size
                ? List.of()
                : List.of(Problem.shape(
                                "narrow.run",
                                Messages.text("expected.from", 0, size - 1),
                                Messages.text("expected.from", start, first(x) + length - 1),
                                Integer.toString(dim),
                                x.toString())
                        .at("input", List.of(Axes.of(dim, x))));
    }

    @Override
    public PyTorch pytorch(Map<String, TensorType> inputs) {
        return PyTorch.expression("{input}.narrow(" + dim + ", " + start + ", " + length + ")");
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        TensorShape x = inputs.get(0).shape();
        List<Origin> origins = Origin.same(x.rank());
        origins.set(Axes.of(dim, x), Origin.chosen("length"));
        return origins;
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        TensorShape x = inputs.get(0).type().shape();
        return lowering.applyAll(new Slice(Axes.of(dim, x), first(x), first(x) + length), inputs);
    }

    private long first(TensorShape x) {
        return start < 0 ? x.dim(dim).factor() + start : start;
    }
}
