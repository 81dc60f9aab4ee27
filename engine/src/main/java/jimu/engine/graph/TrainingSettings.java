package jimu.engine.graph;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a document trains.
 *
 * @param epochs passes over the training part, at least 1
 * @param batchSize samples a step, at least 1; the last batch of an epoch may be smaller
 * @param optimizer the optimiser
 * @param schedule how the learning rate changes; empty if it does not
 * @param clipping how gradients are kept from growing too large; empty if they are taken as they are
 * @param seed of initial weights, shuffling and dropout
 * @param lossWeights the weight of each loss block, by id, where it is not 1
 * @param shuffle the order of the samples
 * @param validation when the validation part is looked at, and what follows
 * @param checkpoints how often all that a run needs to go on is written down
 * @param startWeights the file whose weights a training begins with where path and shape match; the seed draws the others, or all
 */
public record TrainingSettings(
        int epochs,
        int batchSize,
        Choice optimizer,
        Optional<Choice> schedule,
        Optional<Choice> clipping,
        long seed,
        Map<String, Double> lossWeights,
        Shuffle shuffle,
        Validation validation,
        CheckpointPlan checkpoints,
        Optional<String> startWeights) {
    /** Five epochs of Adam in batches of 64. */
    public static final TrainingSettings DEFAULT =
            new TrainingSettings(5, 64, new Choice("Adam", Map.of("lr", 0.001)), 1);

    public TrainingSettings {
        if (epochs < 1 || batchSize < 1) {
            throw new IllegalArgumentException("Epochs and batch size are at least 1");
        }
        lossWeights = Map.copyOf(lossWeights);
    }

    /**
     * Settings without schedule and clipping, losses that all weigh 1, samples shuffled, a validation after each epoch and a training
     * that runs through.
     */
    public TrainingSettings(int epochs, int batchSize, Choice optimizer, long seed) {
        this(
                epochs,
                batchSize,
                optimizer,
                Optional.empty(),
                Optional.empty(),
                seed,
                Map.of(),
                Shuffle.EACH_EPOCH,
                Validation.DEFAULT,
                CheckpointPlan.DEFAULT,
                Optional.empty());
    }

    /** The same settings for another number of epochs. */
    public TrainingSettings withEpochs(int other) {
        return with(draft -> draft.epochs = other);
    }

    /** The same settings for another batch size. */
    public TrainingSettings withBatchSize(int other) {
        return with(draft -> draft.batchSize = other);
    }

    /** The same settings with another optimiser. */
    public TrainingSettings withOptimizer(Choice other) {
        return with(draft -> draft.optimizer = other);
    }

    /** The same settings with another schedule, or none. */
    public TrainingSettings withSchedule(Optional<Choice> other) {
        return with(draft -> draft.schedule = other);
    }

    /** The same settings with another clipping, or none. */
    public TrainingSettings withClipping(Optional<Choice> other) {
        return with(draft -> draft.clipping = other);
    }

    /** The same settings with another seed. */
    public TrainingSettings withSeed(long other) {
        return with(draft -> draft.seed = other);
    }

    /** The same settings with other weights of the losses. */
    public TrainingSettings withLossWeights(Map<String, Double> other) {
        return with(draft -> draft.lossWeights = other);
    }

    /** The same settings with another order of the samples. */
    public TrainingSettings withShuffle(Shuffle other) {
        return with(draft -> draft.shuffle = other);
    }

    /** The same settings with another way to validate. */
    public TrainingSettings withValidation(Validation other) {
        return with(draft -> draft.validation = other);
    }

    /** The same settings with other checkpoints. */
    public TrainingSettings withCheckpoints(CheckpointPlan other) {
        return with(draft -> draft.checkpoints = other);
    }

    /** The same settings with another file of weights to begin with, or none. */
    public TrainingSettings withStartWeights(Optional<String> other) {
        return with(draft -> draft.startWeights = other);
    }

    private TrainingSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** Settings of which some are about to be others. */
    private static final class Draft {
        private int epochs;
        private int batchSize;
        private Choice optimizer;
        private Optional<Choice> schedule;
        private Optional<Choice> clipping;
        private long seed;
        private Map<String, Double> lossWeights;
        private Shuffle shuffle;
        private Validation validation;
        private CheckpointPlan checkpoints;
        private Optional<String> startWeights;

        Draft(TrainingSettings from) {
            epochs = from.epochs;
            batchSize = from.batchSize;
            optimizer = from.optimizer;
            schedule = from.schedule;
            clipping = from.clipping;
            seed = from.seed;
            lossWeights = from.lossWeights;
            shuffle = from.shuffle;
            validation = from.validation;
            checkpoints = from.checkpoints;
            startWeights = from.startWeights;
        }

        TrainingSettings settings() {
            return new TrainingSettings(
                    epochs,
                    batchSize,
                    optimizer,
                    schedule,
                    clipping,
                    seed,
                    lossWeights,
                    shuffle,
                    validation,
                    checkpoints,
                    startWeights);
        }
    }
}
