package jimu.engine.evaluate;

/** What one loss of a network tells of its answers. */
public sealed interface Assessment permits Classification, Regression, Matching {
    /** The path of the loss. */
    String loss();

    /** Which answers are kept one by one. */
    Kept kept();
}
