package jimu.engine.train.schedule;

import java.util.Optional;
import java.util.OptionalDouble;
import jimu.engine.layer.Configured;
import jimu.engine.train.optimizer.Optimizer;

/**
 * A rule for the learning rate over a training: a record of hyper-parameters under PyTorch's names and defaults.
 *
 * <p>It has a public constructor without arguments that sets the defaults, and remembers nothing: the rate follows from how many
 * epochs, or steps, are behind and from what the validation losses have been.
 */
public interface Schedule extends Configured {
    /** What a schedule counts. */
    enum Pace {
        EPOCH,
        STEP
    }

    /**
     * The learning rate.
     *
     * @param base the optimiser's own rate
     * @param time the epochs or steps before this one, as {@link #pace} says: 0 for the first
     * @param course the training so far
     */
    double rate(double base, long time, Course course);

    /** What it counts, and so when the rate can change. */
    default Pace pace() {
        return Pace.EPOCH;
    }

    /** The momentum, or first beta, that goes with the rate; empty for a schedule that leaves it alone. */
    default OptionalDouble momentum(long time, Course course) {
        return OptionalDouble.empty();
    }

    /** Whether the rate depends on the losses, so that it cannot be known beforehand. */
    default boolean watchesLoss() {
        return false;
    }

    /** Why it cannot go with this optimiser over this training, in one sentence; empty if it can. */
    default Optional<String> contradiction(Optimizer optimizer, Course course) {
        return Optional.empty();
    }
}
