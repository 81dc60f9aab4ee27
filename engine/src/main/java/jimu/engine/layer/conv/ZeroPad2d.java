package jimu.engine.layer.conv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Value;
import jimu.engine.layer.Windows;
import jimu.engine.op.Margins;
import jimu.engine.op.ZeroPadding;
import jimu.engine.shape.TensorType;

/**
 * Zeros around a picture: x (N, C, H, W) → y (N, C, H + top + bottom, W + left + right), as PyTorch's {@code nn.ZeroPad2d}.
 *
 * @param padding how much is added on each side; negative numbers cut off
 */
public record ZeroPad2d(@Param(required = true) Margins padding) implements Layer {
    /** One zero on each side. */
    public ZeroPad2d() {
        this(new Margins(1, 1, 1, 1));
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType x = inputs.get(0);
        List<Problem> problems = new ArrayList<>(Windows.checkPicture(x));
        if (problems.isEmpty()) {
            long height = left(x.shape().dim(2).factor(), padding.top(), padding.bottom());
            long width = left(x.shape().dim(3).factor(), padding.left(), padding.right());
            problems.addAll(Windows.checkLeft("pad.small", x, height, width));
        }
        return problems;
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        return Windows.origins(Origin.same(0, 1), "padding", "padding");
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        return List.of(lowering.apply(new ZeroPadding(padding), inputs.get(0)));
    }

    /** What cutting off leaves. */
    private static long left(long size, int before, int after) {
        return size + Math.min(0, before) + Math.min(0, after);
    }

    @Override
    public Optional<String> printed() {
        return Optional.of("{padding:4}");
    }
}
