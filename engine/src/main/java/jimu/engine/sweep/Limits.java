package jimu.engine.sweep;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a sweep ends before all is tried.
 *
 * @param runs after so many runs, at least 1
 * @param time after so long, pauses not counted; the run under way is stopped and counts as not done
 */
public record Limits(OptionalInt runs, Optional<Duration> time) {
    /** To the end. */
    public static final Limits NONE = new Limits(OptionalInt.empty(), Optional.empty());

    public Limits {
        boolean noRuns = runs.isPresent() && runs.getAsInt() < 1;
        if (noRuns || time.filter(limit -> limit.isZero() || limit.isNegative()).isPresent()) {
            throw new IllegalArgumentException("A limit is above 0");
        }
    }
}
