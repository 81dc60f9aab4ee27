package jimu.engine.layer.core;

import java.util.List;
import java.util.Optional;
import jimu.engine.layer.Axes;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Value;
import jimu.engine.message.Messages;
import jimu.engine.op.Reshape;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Splits an axis into several: (N, C·H·W) → (N, C, H, W), as PyTorch's {@code nn.Unflatten}.
 *
 * @param dim the axis, negative counting from the end
 * @param unflattenedSize the sizes it is split into; one may be −1 and takes what is left, as k·N must have it
 */
public record Unflatten(
        @Param(required = true) int dim,
        @Param(required = true) List<Integer> unflattenedSize) implements Layer {
    public Unflatten {
        unflattenedSize = List.copyOf(unflattenedSize);
    }

    /** A picture of one channel, 28 × 28. */
    public Unflatten() {
        this(1, List.of(1, 28, 28));
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorShape x = inputs.get(0).shape();
        List<Problem> problems = Axes.check("dim", dim, inputs.get(0));
        if (!problems.isEmpty() || (!unflattenedSize.isEmpty() && split(x).isPresent())) {
            return problems;
        }
        Dim whole = x.dim(dim);
        return List.of(Problem.shape(
                        whole.batched() ? "unflatten.batched" : "reshape.size",
                        whole.batched() ? Messages.text("expected.batch") : Messages.text("expected.product", whole),
                        unflattenedSize.toString(),
                        "unflattened_size",
                        x.toString())
                .at("input", List.of(dim)));
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        TensorShape x = inputs.get(0).shape();
        int axis = Axes.of(dim, x);
        List<Origin> origins = Origin.same(x.rank());
        origins.remove(axis);
        origins.addAll(axis, Origin.split(axis, axis, "unflattened_size", unflattenedSize));
        return origins;
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        TensorShape x = inputs.get(0).type().shape();
        TensorShape y = Axes.replace(x, Axes.of(dim, x), split(x).orElseThrow());
        return List.of(lowering.apply(new Reshape(y), inputs.get(0)));
    }

    private Optional<List<Dim>> split(TensorShape x) {
        return Axes.split(x.dim(dim), unflattenedSize);
    }
}
