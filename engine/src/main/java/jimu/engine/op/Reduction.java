package jimu.engine.op;

/** How the losses of the single elements become one number. */
public enum Reduction {
    MEAN,
    SUM
}
