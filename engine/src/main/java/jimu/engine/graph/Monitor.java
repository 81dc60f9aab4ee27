package jimu.engine.graph;

/** By which reading a training tells which weights are best; of the validation part, or of the training part where there is none. */
public enum Monitor {
    /** The loss: the lower the better. */
    LOSS,
    /** The first metric, which says itself whether more is better; the loss where there is no metric. */
    METRIC
}
