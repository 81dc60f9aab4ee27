package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.Optional;
import jimu.engine.op.MaxPooling;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/** The largest element under a window, one plane at a time; each result remembers where its winner stands. */
final class MaxPoolingKernel implements Kernel {
    private final int planes;
    private final int width;
    private final Window rows;
    private final Window columns;
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final Optional<Tensor> winners;
    private final float[] plane;
    private final float[] resultPlane;
    private final int[] winnerPlane;
    private final long[] best;

    MaxPoolingKernel(Bound bound) {
        MaxPooling op = (MaxPooling) bound.signature().op();
        TensorShape shape = bound.shape(0);
        int height = (int) shape.dim(-2).factor();
        width = (int) shape.dim(-1).factor();
        int resultHeight = (int) bound.resultShape().dim(-2).factor();
        int resultWidth = (int) bound.resultShape().dim(-1).factor();
        rows = new Window(
                height,
                resultHeight,
                op.kernel().height(),
                op.stride().height(),
                op.margins().top(),
                op.dilation().height());
        columns = new Window(
                width,
                resultWidth,
                op.kernel().width(),
                op.stride().width(),
                op.margins().left(),
                op.dilation().width());
        x = bound.operand(0);
        y = bound.result();
        gradient = bound.gradient(0);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
        winners = gradient.map(wanted -> bound.binding().memory().allocate(DType.INT32, y.length()));
        plane = new float[height * width];
        resultPlane = new float[resultHeight * resultWidth];
        winnerPlane = new int[resultPlane.length];
        best = new long[resultWidth];
        planes = (int) (x.length() / plane.length);
    }

    @Override
    public void forward(long step) {
        for (int p = 0; p < planes; p++) {
            x.read((long) p * plane.length, plane, 0, plane.length);
            pool();
            y.write((long) p * resultPlane.length, resultPlane, 0, resultPlane.length);
            if (winners.isPresent()) {
                winners.get().write((long) p * winnerPlane.length, winnerPlane, 0, winnerPlane.length);
            }
        }
    }

    private void pool() {
        for (int row = 0; row < rows.results(); row++) {
            Arrays.fill(best, Long.MIN_VALUE);
            for (int i = 0; i < rows.kernel(); i++) {
                for (int j = 0; j < columns.kernel() && rows.inside(i, row); j++) {
                    int from = columns.from(j);
                    challenge(rows.place(i, row) * width + columns.place(j, from), from, columns.to(j));
                }
            }
            int at = row * best.length;
            for (int column = 0; column < best.length; column++) {
                int winner = Integer.MAX_VALUE - (int) best[column];
                winnerPlane[at + column] = winner;
                resultPlane[at + column] = plane[winner];
            }
        }
    }

    /** Lets one element of each window from stop {@code from} on be ranked; the first of them lies at {@code place}. */
    private void challenge(int place, int from, int to) {
        for (int column = from; column < to; column++) {
            best[column] = Math.max(best[column], rank(place + (column - from) * columns.stride()));
        }
    }

    /**
     * A number that grows with the element and, of equal ones, is larger for the first; NaN ranks above all. Comparing the
     * elements themselves would branch, and random numbers mispredict that. Adding 0 makes −0 equal to 0; of negative numbers
     * all bits but the sign are turned round.
     */
    private long rank(int place) {
        int bits = Float.floatToIntBits(plane[place] + 0f);
        int ordered = bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
        return ((long) ordered << Integer.SIZE) | (Integer.MAX_VALUE - place);
    }

    @Override
    public void backward() {
        if (gradient.isEmpty() || resultGradient.isEmpty() || winners.isEmpty()) {
            return;
        }
        for (int p = 0; p < planes; p++) {
            long from = (long) p * resultPlane.length;
            resultGradient.get().read(from, resultPlane, 0, resultPlane.length);
            winners.get().read(from, winnerPlane, 0, winnerPlane.length);
            Arrays.fill(plane, 0);
            for (int i = 0; i < resultPlane.length; i++) {
                plane[winnerPlane[i]] += resultPlane[i];
            }
            gradient.get().write((long) p * plane.length, plane, 0, plane.length);
        }
    }
}
