package jimu.app.fx;

/** A size of text, in percent of the usual one. */
public enum TextSize {
    TEXT_85(0.85),
    TEXT_100(1),
    TEXT_115(1.15),
    TEXT_130(1.3),
    TEXT_150(1.5);

    private final double factor;

    TextSize(double factor) {
        this.factor = factor;
    }

    /** By how much text is larger than usual. */
    public double factor() {
        return factor;
    }
}
