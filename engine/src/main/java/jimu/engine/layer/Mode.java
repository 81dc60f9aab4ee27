package jimu.engine.layer;

/** Whether layers behave as in training (dropout drops, batch norm uses the batch) or as in evaluation. */
public enum Mode {
    TRAIN,
    EVAL
}
