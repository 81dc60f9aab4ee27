package jimu.engine.graph;

import java.util.Optional;

/**
 * When a training looks at its validation part, and what follows from what it sees there.
 *
 * @param every how often, in epochs or steps; the end of the last epoch is always looked at
 * @param monitor which reading tells the best weights
 * @param stopping ends the training when that reading no longer gets better; empty if it runs through
 * @param finalWeights which weights it ends with
 */
public record Validation(Interval every, Monitor monitor, Optional<EarlyStopping> stopping, FinalWeights finalWeights) {
    /** After each epoch, by the loss, to the end, with the last weights. */
    public static final Validation DEFAULT =
            new Validation(Interval.epochs(1), Monitor.LOSS, Optional.empty(), FinalWeights.LAST);

    public Validation {
        if (every.unit() == Interval.Unit.MINUTES) {
            throw new IllegalArgumentException("What is validated when must not depend on the time");
        }
    }

    /** The same at another interval. */
    public Validation withEvery(Interval other) {
        return new Validation(other, monitor, stopping, finalWeights);
    }

    /** The same by another reading. */
    public Validation withMonitor(Monitor other) {
        return new Validation(every, other, stopping, finalWeights);
    }

    /** The same with another end, or none before the last epoch. */
    public Validation withStopping(Optional<EarlyStopping> other) {
        return new Validation(every, monitor, other, finalWeights);
    }

    /** The same ending with other weights. */
    public Validation withFinalWeights(FinalWeights other) {
        return new Validation(every, monitor, stopping, other);
    }
}
