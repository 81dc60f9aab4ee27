package jimu.engine.layer.core;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Value;
import jimu.engine.message.Messages;
import jimu.engine.op.Reshape;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Merges a run of axes into one: x (N, C, H, W) → y (N, C·H·W) by default, as PyTorch's {@code nn.Flatten}.
 *
 * @param startDim the first axis merged, negative counting from the end
 * @param endDim the last axis merged, negative counting from the end
 */
public record Flatten(int startDim, int endDim) implements Layer {
    /** Everything but the first axis. */
    public Flatten() {
        this(1, -1);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorShape x = inputs.get(0).shape();
        int start = axis(startDim, x);
        int end = axis(endDim, x);
        if (start < 0 || end >= x.rank() || start > end) {
            String axes = "start_dim " + startDim + ", end_dim " + endDim;
            return List.of(Problem.shape("flatten.axes", Messages.text("expected.range", x.rank()), axes, x.toString())
                    .at("input"));
        }
        if (x.slice(start, end + 1).dims().stream().filter(Dim::batched).count() > 1) {
            return List.of(Problem.shape("flatten.batched", Messages.text("expected.batch_axis"), x.toString())
                    .at("input"));
        }
        return List.of();
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        TensorShape x = inputs.get(0).shape();
        int start = axis(startDim, x);
        int end = axis(endDim, x);
        List<Origin> origins = Origin.same(x.rank());
        origins.subList(start, end + 1).clear();
        origins.add(start, Origin.joined(start, end));
        return origins;
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        TensorShape x = inputs.get(0).type().shape();
        int start = axis(startDim, x);
        int end = axis(endDim, x);
        List<Dim> merged = new ArrayList<>(x.dims().subList(0, start));
        merged.add(x.slice(start, end + 1).product());
        merged.addAll(x.dims().subList(end + 1, x.rank()));
        return List.of(lowering.apply(new Reshape(new TensorShape(merged)), inputs.get(0)));
    }

    private static int axis(int dim, TensorShape shape) {
        return dim < 0 ? shape.rank() + dim : dim;
    }
}
