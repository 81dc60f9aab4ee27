package jimu.engine.op;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Where a pool's window stops along one axis: the elements that it covers at each stop, and what their sum is divided by. */
public final class Spans {
    private final int[] begins;
    private final int[] ends;
    private final int[] divisors;
    private final int step;

    private Spans(int stops, IntUnaryOperator begin, IntUnaryOperator end, IntUnaryOperator divisor, int step) {
        begins = IntStream.range(0, stops).map(begin).toArray();
        ends = IntStream.range(0, stops).map(end).toArray();
        divisors = IntStream.range(0, stops).map(divisor).toArray();
        this.step = step;
    }

    /**
     * A window of {@code kernel} elements sliding over an axis of {@code size} elements after a {@code margin}; the divisor counts
     * {@code before} elements of the margin and {@code after} elements beyond the end.
     */
    static Spans sliding(int stops, int size, int kernel, int stride, int margin, int before, int after) {
        return new Spans(
                stops,
                stop -> Math.max(0, stop * stride - margin),
                stop -> Math.min(size, stop * stride - margin + kernel),
                stop -> Math.min(size + after, stop * stride - margin + kernel)
                        - Math.max(-before, stop * stride - margin),
                1);
    }

    /** A window of {@code kernel} elements {@code dilation} apart that slides over an axis after a {@code margin}. */
    static Spans spread(int stops, int size, int kernel, int stride, int margin, int dilation) {
        IntUnaryOperator missed = stop -> Math.max(0, Math.floorDiv(margin - stop * stride + dilation - 1, dilation));
        return new Spans(
                stops,
                stop -> stop * stride - margin + missed.applyAsInt(stop) * dilation,
                stop -> Math.min(size, stop * stride - margin + (kernel - 1) * dilation + 1),
                stop -> kernel,
                dilation);
    }

    /** As many windows of nearly the same length as {@code stops} that cover the axis: PyTorch's adaptive pools. */
    static Spans adaptive(int stops, int size) {
        IntUnaryOperator begin = stop -> (int) ((long) stop * size / stops);
        IntUnaryOperator end = stop -> (int) (((stop + 1L) * size + stops - 1) / stops);
        return new Spans(stops, begin, end, stop -> end.applyAsInt(stop) - begin.applyAsInt(stop), 1);
    }

    /** The same windows, with sums divided by {@code divisor} everywhere. */
    Spans dividedBy(int divisor) {
        return new Spans(stops(), this::begin, this::end, stop -> divisor, step);
    }

    /** How many stops there are. */
    public int stops() {
        return begins.length;
    }

    /** The first element that a stop covers. */
    public int begin(int stop) {
        return begins[stop];
    }

    /** The end, exclusive, of the elements that a stop covers. */
    public int end(int stop) {
        return ends[stop];
    }

    /** The distance of the elements that a stop covers. */
    public int step() {
        return step;
    }

    /** What the sum over a stop is divided by. */
    public int divisor(int stop) {
        return divisors[stop];
    }
}
