package jimu.engine.graph;

/** What one sample of labelled data is. */
public enum Sampling {
    /** One thing with its label. */
    SINGLE,
    /** Two things, of one class or of two: half and half. */
    PAIRS,
    /** An anchor, another thing of its class, and one of another class. */
    TRIPLETS
}
