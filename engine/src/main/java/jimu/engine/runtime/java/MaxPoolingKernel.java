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

/**
 * The largest element under a window; each result remembers where its winner stands. Where no window leaves the plane, a group of
 * planes is done at a time, so that loops are long even over small planes; else one plane.
 */
final class MaxPoolingKernel implements Kernel {
    private static final int INFINITE = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    /** Results that are worth a loop. */
    private static final int LONG = 2048;

    private final int planes;
    private final int group;
    private final int area;
    private final int stops;
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
    /** Where the windows of a group begin; none if some leave the plane. */
    private final int[] corners;

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
        area = height * width;
        stops = resultHeight * resultWidth;
        planes = (int) (x.length() / area);
        boolean whole = rows.neverLeaves() && columns.neverLeaves();
        group = whole ? Math.max(1, Math.min(planes, LONG / stops)) : 1;
        plane = new float[group * area];
        resultPlane = new float[group * stops];
        winnerPlane = new int[resultPlane.length];
        corners = whole ? corners(resultWidth) : new int[0];
        best = new long[resultWidth];
        from = IntStream.range(0, columns.kernel()).map(columns::from).toArray();
        to = IntStream.range(0, columns.kernel()).map(columns::to).toArray();
        places = IntStream.range(0, columns.kernel())
                .map(j -> columns.place(j, from[j]))
                .toArray();
        firstColumns = IntStream.range(0, resultWidth).map(columns::firstInside).toArray();
    }

    private int[] corners(int resultWidth) {
        return IntStream.range(0, group * stops)
                .map(stop -> stop / stops * area
                        + rows.place(0, stop % stops / resultWidth) * width
                        + columns.place(0, stop % resultWidth))
                .toArray();
    }

    @Override
    public void forward(long step) {
        for (int p = 0; p < planes; p += group) {
            int count = Math.min(group, planes - p);
            x.read((long) p * area, plane, 0, count * area);
            pool(count);
            y.write((long) p * stops, resultPlane, 0, count * stops);
            if (winners.isPresent()) {
                winners.get().write((long) p * stops, winnerPlane, 0, count * stops);
            }
        }
    }

    private void pool(int count) {
        int suspicion = corners.length > 0 ? poolWhole(count * stops) : poolAtEdges();
        for (int k = 0; suspicion < 0 && k < count; k++) {
            rankPlane(k);
        }
        for (int i = 0; i < count * stops; i++) {
            resultPlane[i] = plane[winnerPlane[i]];
        }
    }

    private int poolWhole(int results) {
        System.arraycopy(corners, 0, winnerPlane, 0, results);
        int suspicion = 0;
        for (int i = 0; i < rows.kernel(); i++) {
            for (int j = 0; j < columns.kernel(); j++) {
                suspicion |= challenge(rows.place(i, 0) * width + columns.place(j, 0), results);
            }
        }
        return suspicion;
    }

    private int poolAtEdges() {
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
        return suspicion;
    }

    /** {@link #challenge(int, int, int)} by the element of each window that lies {@code distance} after its corner. */
    private int challenge(int distance, int results) {
        int suspicion = 0;
        for (int i = 0; i < results; i++) {
            int winner = winnerPlane[i];
            int rival = corners[i] + distance;
            int difference = Float.floatToRawIntBits(plane[winner] - plane[rival] + 0f);
            winnerPlane[i] = winner + ((rival - winner) & (difference >> (Integer.SIZE - 1)));
            suspicion |= INFINITE - (difference & Integer.MAX_VALUE);
        }
        return suspicion;
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

    /** The same in one plane for numbers of all kinds, in which what is not a number is the largest. */
    private void rankPlane(int number) {
        for (int row = 0; row < rows.results(); row++) {
            Arrays.fill(best, Long.MIN_VALUE);
            for (int i = 0; i < rows.kernel(); i++) {
                int start = number * area + rows.place(i, row) * width;
                for (int j = 0; j < from.length && rows.inside(i, row); j++) {
                    for (int column = from[j]; column < to[j]; column++) {
                        best[column] = Math.max(best[column], rank(start + columns.place(j, column)));
                    }
                }
            }
            for (int column = 0; column < best.length; column++) {
                winnerPlane[number * stops + row * best.length + column] = Integer.MAX_VALUE - (int) best[column];
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
        for (int p = 0; p < planes; p += group) {
            int count = Math.min(group, planes - p);
            long from = (long) p * stops;
            resultGradient.get().read(from, resultPlane, 0, count * stops);
            winners.get().read(from, winnerPlane, 0, count * stops);
            Arrays.fill(plane, 0);
            for (int i = 0; i < count * stops; i++) {
                plane[winnerPlane[i]] += resultPlane[i];
            }
            gradient.get().write((long) p * area, plane, 0, count * area);
        }
    }
}
