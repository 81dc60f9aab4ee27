package jimu.app.canvas;

/** How blocks are shown: as nodes with all that they hold, or, where that could not be read, painted. */
enum Detail {
    NODES,
    PAINTED;

    private static final double SMALLEST = 0.4;
    private static final double WORDY = 0.65;

    /** Whether blocks that are nodes show their names and outputs only, in larger letters, since more could not be read. */
    static boolean isBrief(double scale) {
        return scale < WORDY;
    }

    /** At a zoom, 1 being 100 %. */
    static Detail at(double scale) {
        return scale >= SMALLEST ? NODES : PAINTED;
    }
}
