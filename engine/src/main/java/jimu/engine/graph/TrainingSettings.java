package jimu.engine.graph;

import java.util.Map;

/**
 * How a document trains.
 *
 * @param epochs passes over the training part, at least 1
 * @param batchSize samples a step, at least 1; the last batch of an epoch may be smaller
 * @param optimizer the optimiser
 * @param seed of initial weights, shuffling and dropout
 * @param lossWeights the weight of each loss block, by id, where it is not 1
 */
public record TrainingSettings(
        int epochs, int batchSize, OptimizerSettings optimizer, long seed, Map<String, Double> lossWeights) {
    /** Five epochs of Adam in batches of 64. */
    public static final TrainingSettings DEFAULT =
            new TrainingSettings(5, 64, new OptimizerSettings("Adam", Map.of("lr", 0.001)), 1, Map.of());

    public TrainingSettings {
        if (epochs < 1 || batchSize < 1) {
            throw new IllegalArgumentException("Epochs and batch size are at least 1");
        }
        lossWeights = Map.copyOf(lossWeights);
    }

    /** The same settings for another number of epochs. */
    public TrainingSettings withEpochs(int other) {
        return new TrainingSettings(other, batchSize, optimizer, seed, lossWeights);
    }

    /** The same settings for another batch size. */
    public TrainingSettings withBatchSize(int other) {
        return new TrainingSettings(epochs, other, optimizer, seed, lossWeights);
    }

    /** The same settings with another optimiser. */
    public TrainingSettings withOptimizer(OptimizerSettings other) {
        return new TrainingSettings(epochs, batchSize, other, seed, lossWeights);
    }

    /** The same settings with another seed. */
    public TrainingSettings withSeed(long other) {
        return new TrainingSettings(epochs, batchSize, optimizer, other, lossWeights);
    }

    /** The same settings with other weights of the losses. */
    public TrainingSettings withLossWeights(Map<String, Double> other) {
        return new TrainingSettings(epochs, batchSize, optimizer, seed, other);
    }
}
