package jimu.engine.layer.core;

import java.util.List;
import jimu.engine.layer.AxisReducer;
import jimu.engine.op.Reduction;

/**
 * The sum over some axes: (N, C, H, W) → (N, C) by default, as PyTorch's {@code torch.sum}.
 *
 * @param dims the axes, negative counting from the end; the batch is never one of them
 * @param keepdim whether the axes stay, with size 1
 */
public record Sum(List<Integer> dims, boolean keepdim) implements AxisReducer {
    public Sum {
        dims = List.copyOf(dims);
    }

    /** Over the height and width of a picture. */
    public Sum() {
        this(List.of(2, 3), false);
    }

    @Override
    public Reduction reduction() {
        return Reduction.SUM;
    }
}
