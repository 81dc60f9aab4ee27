package jimu.app.canvas;

/** How blocks are shown. */
enum Detail {
    /** As nodes with all that they hold. */
    FULL,
    /** As nodes that show their names and outputs only, in larger letters, since more could not be read. */
    BRIEF,
    /** Painted, since nothing of that could be read. */
    PAINTED;

    private static final double SMALLEST = 0.4;
    private static final double WORDY = 0.65;

    /** At a zoom, 1 being 100 %. */
    static Detail at(double scale) {
        return scale >= WORDY ? FULL : scale >= SMALLEST ? BRIEF : PAINTED;
    }
}
