package jimu.app.canvas;

/** How blocks are shown: as nodes with all that they hold, or, where that could not be read, painted. */
enum Detail {
    NODES,
    PAINTED;

    private static final double SMALLEST = 0.4;

    /** At a zoom, 1 being 100 %. */
    static Detail at(double scale) {
        return scale >= SMALLEST ? NODES : PAINTED;
    }
}
