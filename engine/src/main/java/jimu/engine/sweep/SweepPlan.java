package jimu.engine.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a sweep tries; no part of any document.
 *
 * @param knobs the values of each knob, by its name, at least one
 * @param search which combinations are tried
 * @param limits when it ends before
 * @param rule stops hopeless runs; empty if all train to their end
 */
public record SweepPlan(Map<String, Values> knobs, Search search, Limits limits, Optional<MedianRule> rule) {
    public SweepPlan {
        knobs = Collections.unmodifiableMap(new LinkedHashMap<>(knobs));
    }

    /** All combinations, all to their end. */
    public static SweepPlan grid(Map<String, Values> knobs) {
        return new SweepPlan(knobs, new Search.Grid(), Limits.NONE, Optional.empty());
    }

    /** Some combinations, all to their end. */
    public static SweepPlan random(Map<String, Values> knobs, int count, long seed) {
        return new SweepPlan(knobs, new Search.RandomSearch(count, seed), Limits.NONE, Optional.empty());
    }

    /** The same with other limits. */
    public SweepPlan withLimits(Limits other) {
        return new SweepPlan(knobs, search, other, rule);
    }

    /** The same with another rule, or none. */
    public SweepPlan withRule(Optional<MedianRule> other) {
        return new SweepPlan(knobs, search, limits, other);
    }
}
