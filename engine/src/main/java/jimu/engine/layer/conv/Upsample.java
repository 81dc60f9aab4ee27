package jimu.engine.layer.conv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.layer.AutoPair;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.NumberPair;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Scale;
import jimu.engine.layer.Value;
import jimu.engine.layer.Windows;
import jimu.engine.message.Messages;
import jimu.engine.op.Interpolation;
import jimu.engine.op.Resize;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorType;

/**
 * A picture of another size: x (N, C, H, W) → y (N, C, H', W') with H' given, or ⌊H · scale factor⌋, as PyTorch's {@code
 * nn.Upsample}. Without a size or a factor it doubles both.
 *
 * @param size the height and width that come out
 * @param scaleFactor by how much height and width grow
 * @param mode how the new elements are found
 * @param alignCorners whether the corner elements keep their values, for bilinear only
 */
public record Upsample(
        @Param(min = 1) AutoPair size, @Param(min = 0) Scale scaleFactor, Interpolation mode, boolean alignCorners)
        implements Layer {
    private static final int USUAL = 2;

    /** Twice the height and width. */
    public Upsample() {
        this(AutoPair.AUTO, Scale.AUTO, Interpolation.NEAREST, false);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType x = inputs.get(0);
        List<Problem> problems = new ArrayList<>(Windows.checkPicture(x));
        if (!problems.isEmpty()) {
            return problems;
        }
        if (!size.automatic() && !scaleFactor.automatic()) {
            problems.add(Problem.shape(
                    "upsample.both",
                    Messages.text("expected.or", "size", "scale_factor"),
                    Messages.text("expected.both_of_them")));
        }
        if (alignCorners && mode == Interpolation.NEAREST) {
            problems.add(Problem.shape("upsample.align", "bilinear", "nearest"));
        }
        IntPair result = result(Windows.size(x.shape()));
        if (result.height() < 1 || result.width() < 1) {
            String found = result.height() + " × " + result.width();
            problems.add(Problem.shape("upsample.small", Messages.text("expected.least", "1 × 1"), found, x.toString())
                    .at("input"));
        }
        return problems;
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        String because = size.automatic() ? "scale_factor" : "size";
        return Windows.origins(Origin.same(0, 1), because, because);
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        IntPair from = Windows.size(inputs.get(0).type().shape());
        IntPair to = result(from);
        double down = step(from.height(), to.height(), factors().first());
        double across = step(from.width(), to.width(), factors().second());
        return List.of(lowering.apply(new Resize(to, mode, down, across, alignCorners), inputs.get(0)));
    }

    @Override
    public Map<String, Integer> automaticSizes(List<TensorType> inputs) {
        return size.automatic() && scaleFactor.automatic() ? Map.of("scale_factor", USUAL) : Map.of();
    }

    private NumberPair factors() {
        return scaleFactor.pinned().orElse(new NumberPair(USUAL, USUAL));
    }

    private IntPair result(IntPair from) {
        return size.or(new IntPair(
                grown(from.height(), factors().first()),
                grown(from.width(), factors().second())));
    }

    private double step(int from, int to, double factor) {
        if (alignCorners) {
            return to > 1 ? (from - 1.0) / (to - 1) : 0;
        }
        return size.automatic() ? 1 / factor : (double) from / to;
    }

    private static int grown(int size, double factor) {
        return Math.toIntExact((long) (size * factor));
    }

    @Override
    public Optional<String> printed() {
        return Optional.of(
                size.automatic() ? "scale_factor={scale_factor:f}, mode={mode}" : "size={size}, mode={mode}");
    }
}
