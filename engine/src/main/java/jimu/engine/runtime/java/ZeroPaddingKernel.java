package jimu.engine.runtime.java;

import java.util.Optional;
import jimu.engine.op.Margins;
import jimu.engine.op.ZeroPadding;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** Zeros around pictures of any type, copied row by row. */
final class ZeroPaddingKernel implements Kernel {
    private final long planes;
    private final int height;
    private final int width;
    private final int resultHeight;
    private final int resultWidth;
    private final Margins margins;
    private final int run;
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;

    ZeroPaddingKernel(Bound bound) {
        margins = ((ZeroPadding) bound.signature().op()).margins();
        height = (int) bound.shape(0).dim(-2).factor();
        width = (int) bound.shape(0).dim(-1).factor();
        resultHeight = (int) bound.resultShape().dim(-2).factor();
        resultWidth = (int) bound.resultShape().dim(-1).factor();
        run = width + Math.min(0, margins.left()) + Math.min(0, margins.right());
        x = bound.operand(0);
        y = bound.result();
        planes = x.length() / ((long) height * width);
        gradient = bound.gradient(0);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
    }

    @Override
    public void forward(long step) {
        y.fill(0);
        for (long plane = 0; plane < planes; plane++) {
            for (int row = first(); row < last(); row++) {
                y.write(outer(plane, row), x, inner(plane, row), run);
            }
        }
    }

    @Override
    public void backward() {
        if (gradient.isEmpty() || resultGradient.isEmpty()) {
            return;
        }
        gradient.get().fill(0);
        for (long plane = 0; plane < planes; plane++) {
            for (int row = first(); row < last(); row++) {
                gradient.get().write(inner(plane, row), resultGradient.get(), outer(plane, row), run);
            }
        }
    }

    /** The first row of x that stays. */
    private int first() {
        return Math.max(0, -margins.top());
    }

    /** The row of x after the last that stays. */
    private int last() {
        return height + Math.min(0, margins.bottom());
    }

    private long inner(long plane, int row) {
        return (plane * height + row) * width + Math.max(0, -margins.left());
    }

    private long outer(long plane, int row) {
        return (plane * resultHeight + row + margins.top()) * resultWidth + Math.max(0, margins.left());
    }
}
