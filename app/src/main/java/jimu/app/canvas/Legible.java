package jimu.app.canvas;

/** Whether words on the canvas can be read. */
enum Legible {
    YES,
    NO;

    private static final double SMALLEST = 0.3;

    /** At a zoom, 1 being 100 %. */
    static Legible at(double scale) {
        return scale >= SMALLEST ? YES : NO;
    }
}
