package jimu.engine.graph;

import java.util.Optional;

/**
 * How often a run that is kept in a folder writes down all that it needs to go on from there.
 *
 * @param every how often, in epochs or minutes; empty if only at its end
 * @param kept how many of the latest are kept, at least 1
 */
public record CheckpointPlan(Optional<Interval> every, int kept) {
    /** After each epoch, five of them kept. */
    public static final CheckpointPlan DEFAULT = new CheckpointPlan(Optional.of(Interval.epochs(1)), 5);

    public CheckpointPlan {
        if (kept < 1) {
            throw new IllegalArgumentException("At least one checkpoint is kept");
        }
    }

    /** The same at another interval, or only at the end. */
    public CheckpointPlan withEvery(Optional<Interval> other) {
        return new CheckpointPlan(other, kept);
    }

    /** The same, with another number of them kept. */
    public CheckpointPlan withKept(int other) {
        return new CheckpointPlan(every, other);
    }
}
