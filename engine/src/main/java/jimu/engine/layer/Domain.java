package jimu.engine.layer;

/** Which numbers an input of floating type is meant for. */
public enum Domain {
    /** Any. */
    NUMBERS,
    /** Between 0 and 1, and summing to 1 along axis 1 where that has several. */
    PROBABILITIES,
    /** The logarithms of such. */
    LOG_PROBABILITIES,
    /** 0 or 1. */
    BITS,
    /** −1 or 1. */
    SIGNS
}
