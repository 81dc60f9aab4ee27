package jimu.app.chart;

/**
 * The lines of one quantity.
 *
 * @param steps every training step
 * @param smooth the same, smoothed
 * @param validation one point an epoch
 */
record Curves(Curve steps, Curve smooth, Curve validation) {
    private static final int POINTS = 800;
    private static final int EPOCHS = 400;

    /** No points yet, and never more than 2,000 in all. */
    static Curves empty() {
        return new Curves(new Curve(POINTS), new Curve(POINTS), new Curve(EPOCHS));
    }

    void clear() {
        steps.clear();
        smooth.clear();
        validation.clear();
    }

    /** How many points there are. */
    int size() {
        return steps.size() + smooth.size() + validation.size();
    }
}
