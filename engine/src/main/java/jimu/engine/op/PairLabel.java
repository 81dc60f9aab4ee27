package jimu.engine.op;

/** What the label of a pair says; both ways are in use. */
public enum PairLabel {
    /** 1 for a pair that is alike, 0 for one that is not. */
    SIMILAR("1 = similar"),
    /** 1 for a pair that is not alike, 0 for one that is. */
    DIFFERENT("1 = different");

    private final String words;

    PairLabel(String words) {
        this.words = words;
    }

    /** How far a pair with this label is alike: 1 or 0, or between. */
    public double alike(double label) {
        return this == SIMILAR ? label : 1 - label;
    }

    @Override
    public String toString() {
        return words;
    }
}
