package jimu.engine.runtime.nd4j;

import java.util.Arrays;
import java.util.Optional;
import jimu.engine.op.MaxPooling;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/**
 * The largest element under a window, by plain loops over one plane at a time in double: the library's pooling knows neither
 * unequal margins nor which of equal elements is to win.
 */
final class MaxPoolingKernel implements Kernel {
    private final MaxPooling op;
    private final int planes;
    private final int height;
    private final int width;
    private final int resultHeight;
    private final int resultWidth;
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> dx;
    private final Optional<Tensor> dy;
    private final Optional<Tensor> winners;
    private final double[] plane;
    private final double[] resultPlane;
    private final int[] winnerPlane;

    MaxPoolingKernel(Bound bound) {
        op = (MaxPooling) bound.signature().op();
        TensorShape shape = bound.shape(0);
        height = (int) shape.dim(-2).factor();
        width = (int) shape.dim(-1).factor();
        planes = (int) (bound.operand(0).length() / ((long) height * width));
        resultHeight = (int) bound.resultShape().dim(-2).factor();
        resultWidth = (int) bound.resultShape().dim(-1).factor();
        x = bound.operand(0);
        y = bound.result();
        plane = new double[height * width];
        resultPlane = new double[resultHeight * resultWidth];
        winnerPlane = new int[resultPlane.length];
        dx = bound.gradient(0);
        dy = dx.map(wanted -> bound.resultGradient());
        winners = dx.map(wanted -> bound.binding().memory().allocate(DType.INT32, y.length()));
    }

    @Override
    public void forward(long step) {
        for (int p = 0; p < planes; p++) {
            x.read((long) p * plane.length, plane, 0, plane.length);
            pool();
            long to = (long) p * resultPlane.length;
            y.write(to, resultPlane, 0, resultPlane.length);
            if (winners.isPresent()) {
                winners.get().write(to, winnerPlane, 0, winnerPlane.length);
            }
        }
    }

    private void pool() {
        for (int row = 0; row < resultHeight; row++) {
            for (int column = 0; column < resultWidth; column++) {
                int winner = winner(
                        row * op.stride().height() - op.margins().top(),
                        column * op.stride().width() - op.margins().left());
                winnerPlane[row * resultWidth + column] = winner;
                resultPlane[row * resultWidth + column] = plane[winner];
            }
        }
    }

    /** The place of the first largest element under the window that begins at {@code top} and {@code left}; NaN beats all. */
    private int winner(int top, int left) {
        int best = -1;
        for (int i = 0; i < op.kernel().height(); i++) {
            int row = top + i * op.dilation().height();
            if (row < 0 || row >= height) {
                continue;
            }
            for (int j = 0; j < op.kernel().width(); j++) {
                int column = left + j * op.dilation().width();
                if (column < 0 || column >= width) {
                    continue;
                }
                int place = row * width + column;
                if (best < 0 || plane[place] > plane[best] || Double.isNaN(plane[place])) {
                    best = place;
                }
            }
        }
        return best;
    }

    @Override
    public void backward() {
        if (dx.isEmpty() || dy.isEmpty() || winners.isEmpty()) {
            return;
        }
        for (int p = 0; p < planes; p++) {
            long from = (long) p * resultPlane.length;
            dy.get().read(from, resultPlane, 0, resultPlane.length);
            winners.get().read(from, winnerPlane, 0, winnerPlane.length);
            Arrays.fill(plane, 0);
            for (int i = 0; i < resultPlane.length; i++) {
                plane[winnerPlane[i]] += resultPlane[i];
            }
            dx.get().write((long) p * plane.length, plane, 0, plane.length);
        }
    }
}
