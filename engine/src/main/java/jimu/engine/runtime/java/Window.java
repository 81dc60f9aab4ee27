package jimu.engine.runtime.java;

/** A window sliding along one axis: which elements it covers at each of its stops, those in the padding left out. */
final class Window {
    private final int dilation;
    private final int[] first;
    private final int[] last;

    /** A window of {@code kernel} elements that stops {@code results} times on an axis of {@code size} elements. */
    Window(int size, int results, int kernel, int stride, int margin, int dilation) {
        this.dilation = dilation;
        first = new int[results];
        last = new int[results];
        for (int stop = 0; stop < results; stop++) {
            int start = stop * stride - margin;
            int end = start + (kernel - 1) * dilation;
            first[stop] = start >= 0 ? start : start + (-start + dilation - 1) / dilation * dilation;
            last[stop] = end < size ? end : end - (end - size + dilation) / dilation * dilation;
            if (first[stop] > last[stop]) {
                throw new IllegalArgumentException("A window lies wholly in the padding");
            }
        }
    }

    int results() {
        return first.length;
    }

    int dilation() {
        return dilation;
    }

    int first(int stop) {
        return first[stop];
    }

    int last(int stop) {
        return last[stop];
    }
}
