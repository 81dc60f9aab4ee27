package jimu.app.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import jimu.engine.sweep.SweepResult;

/** How good results are among each other, for colours. */
final class Shades {
    private Shades() {}

    /** From 0, the worst, to 1, the best, evenly by rank, so that one that is far off does not make all others look alike. */
    static ToDoubleFunction<SweepResult> of(Measure measure, List<SweepResult> results, Optional<String> metric) {
        double[] sorted = results.stream()
                .mapToDouble(measure::of)
                .filter(Double::isFinite)
                .distinct()
                .sorted()
                .toArray();
        boolean ascending = measure.ascending(metric);
        return result -> {
            double value = measure.of(result);
            if (!Double.isFinite(value)) {
                return Double.NaN;
            }
            if (sorted.length == 1) {
                return 1;
            }
            double rank = (double) Arrays.binarySearch(sorted, value) / (sorted.length - 1);
            return ascending ? rank : 1 - rank;
        };
    }
}
