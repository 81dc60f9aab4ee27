package jimu.engine.train;

import jimu.engine.data.Dataset;

/** Samples in the order in which batches take them. */
final class Batches {
    private final Dataset samples;
    private final int[] order;

    /** The samples of these numbers; nobody changes the order afterwards. */
    Batches(Dataset samples, int[] order) {
        this.samples = samples;
        this.order = order;
    }

    Dataset samples() {
        return samples;
    }

    int[] order() {
        return order;
    }

    int size() {
        return order.length;
    }
}
