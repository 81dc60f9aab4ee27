package jimu.engine.graph;

/** In which order an epoch goes through the samples, as the {@code shuffle} of PyTorch's {@code DataLoader}. */
public enum Shuffle {
    /** In a random order of its own. */
    EACH_EPOCH,
    /** As they come. */
    NEVER
}
