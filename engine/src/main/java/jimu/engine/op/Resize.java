package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Pictures of another size, as PyTorch's {@code nn.functional.interpolate} computes them.
 *
 * <p>Operand: x (N, C, H, W). Result: y (N, C, H', W').
 *
 * @param size the new size
 * @param interpolation how elements are found
 * @param down how many rows of x one row of y advances
 * @param across how many columns of x one column of y advances
 * @param aligned whether the corner elements of both pictures lie on each other, rather than the pictures' edges
 */
public record Resize(IntPair size, Interpolation interpolation, double down, double across, boolean aligned)
        implements Op {
    private static final double MIDDLE = 0.5;

    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return List.of(AdaptiveAveragePooling.resized(operands.get(0), size));
    }

    /** Of which rows each row of the result is mixed. */
    public Taps rows(TensorShape x) {
        return taps((int) x.dim(-2).factor(), size.height(), down);
    }

    /** Of which columns each column of the result is mixed. */
    public Taps columns(TensorShape x) {
        return taps((int) x.dim(-1).factor(), size.width(), across);
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of();
    }

    private Taps taps(int from, int to, double step) {
        return interpolation == Interpolation.NEAREST
                ? Taps.nearest(from, to, step)
                : Taps.linear(from, to, step, aligned ? 0 : MIDDLE);
    }
}
