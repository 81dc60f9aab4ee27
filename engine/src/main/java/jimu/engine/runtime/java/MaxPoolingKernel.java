package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import jimu.engine.op.MaxPooling;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/** The largest element under a window, one plane at a time; each result remembers where its winner stands. */
final class MaxPoolingKernel implements Kernel {
    private static final int INFINITE = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

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
    private final int[] firstColumns;
    private final int[] from;
    private final int[] to;
    private final int[] places;
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
        from = IntStream.range(0, columns.kernel()).map(columns::from).toArray();
        to = IntStream.range(0, columns.kernel()).map(columns::to).toArray();
        places = IntStream.range(0, columns.kernel())
                .map(j -> columns.place(j, from[j]))
                .toArray();
        firstColumns = IntStream.range(0, resultWidth).map(columns::firstInside).toArray();
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
        int suspicion = 0;
        for (int row = 0; row < rows.results(); row++) {
            int at = row * columns.results();
            int first = rows.firstInside(row) * width;
            for (int column = 0; column < firstColumns.length; column++) {
                winnerPlane[at + column] = first + firstColumns[column];
            }
            for (int i = 0; i < rows.kernel(); i++) {
                int start = rows.place(i, row) * width;
                for (int j = 0; j < from.length && rows.inside(i, row); j++) {
                    suspicion |= challenge(start + places[j], at + from[j], at + to[j]);
                }
            }
        }
        if (suspicion < 0) {
            rank();
        }
        for (int i = 0; i < winnerPlane.length; i++) {
            resultPlane[i] = plane[winnerPlane[i]];
        }
    }

    /**
     * Lets one element of each window from {@code first} on take the place of a smaller winner; the first of them lies at {@code
     * place}. Comparing would branch, and random numbers mispredict that: the sign of the difference is a mask instead; adding 0
     * makes −0 that of equal ones. Returns a
     * number below 0 where a difference is none, as with what is not a number and with two equal infinities.
     */
    private int challenge(int place, int first, int last) {
        int stride = columns.stride();
        int suspicion = 0;
        for (int i = first, rival = place; i < last; i++, rival += stride) {
            int winner = winnerPlane[i];
            int difference = Float.floatToRawIntBits(plane[winner] - plane[rival] + 0f);
            winnerPlane[i] = winner + ((rival - winner) & (difference >> (Integer.SIZE - 1)));
            suspicion |= INFINITE - (difference & Integer.MAX_VALUE);
        }
        return suspicion;
    }

    /** The same for numbers of all kinds, in which what is not a number is the largest. */
    private void rank() {
        for (int row = 0; row < rows.results(); row++) {
            Arrays.fill(best, Long.MIN_VALUE);
            for (int i = 0; i < rows.kernel(); i++) {
                int start = rows.place(i, row) * width;
                for (int j = 0; j < from.length && rows.inside(i, row); j++) {
                    for (int column = from[j]; column < to[j]; column++) {
                        best[column] = Math.max(best[column], rank(start + columns.place(j, column)));
                    }
                }
            }
            for (int column = 0; column < best.length; column++) {
                winnerPlane[row * best.length + column] = Integer.MAX_VALUE - (int) best[column];
            }
        }
    }

    /**
     * A number that grows with the element and, of equal ones, is larger for the first; NaN ranks above all. Adding 0 makes −0
     * equal to 0; of negative numbers all bits but the sign are turned round.
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
