package jimu.engine.random;

/** What random numbers are drawn for; streams of different purposes never share numbers. */
public enum Purpose {
    INITIAL_WEIGHTS,
    DROPOUT,
    SHUFFLE,
    SPLIT,
    SAMPLING,
    EXPERIMENT,
    POINTS
}
