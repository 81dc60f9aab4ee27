package jimu.engine.runtime.java;

/** A window sliding along one axis: at which of its stops each of its elements lies inside, and where. */
final class Window {
    private final int kernel;
    private final int stride;
    private final int margin;
    private final int dilation;
    private final int size;
    private final int results;

    /** A window of {@code kernel} elements that stops {@code results} times on an axis of {@code size} elements. */
    Window(int size, int results, int kernel, int stride, int margin, int dilation) {
        this.kernel = kernel;
        this.stride = stride;
        this.margin = margin;
        this.dilation = dilation;
        this.size = size;
        this.results = results;
        for (int stop = 0; stop < results; stop++) {
            boolean covers = false;
            for (int element = 0; element < kernel; element++) {
                covers |= inside(element, stop);
            }
            if (!covers) {
                throw new IllegalArgumentException("A window lies wholly in the padding");
            }
        }
    }

    int results() {
        return results;
    }

    int kernel() {
        return kernel;
    }

    int stride() {
        return stride;
    }

    /** Where an element lies at a stop, counted from the first of the axis. */
    int place(int element, int stop) {
        return stop * stride + element * dilation - margin;
    }

    /** Whether an element lies on the axis at a stop, not in the padding. */
    boolean inside(int element, int stop) {
        return place(element, stop) >= 0 && place(element, stop) < size;
    }

    /** Whether all elements lie on the axis at all stops. */
    boolean neverLeaves() {
        return inside(0, 0) && inside(kernel - 1, results - 1);
    }

    /** The place of the first element that lies on the axis at a stop. */
    int firstInside(int stop) {
        int element = 0;
        while (!inside(element, stop)) {
            element++;
        }
        return place(element, stop);
    }

    /** The first stop at which an element lies inside, or later. */
    int from(int element) {
        return Math.max(0, Math.floorDiv(margin - element * dilation + stride - 1, stride));
    }

    /** The stop after the last at which an element lies inside. */
    int to(int element) {
        return Math.min(results, Math.floorDiv(size - 1 + margin - element * dilation, stride) + 1);
    }
}
