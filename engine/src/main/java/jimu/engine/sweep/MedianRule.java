package jimu.engine.sweep;

import java.util.List;

/**
 * Stops runs that look hopeless: one whose lowest loss so far is above the median, over the finished runs, of their mean losses up
 * to the same epoch (Golovin et al., "Google Vizier", KDD 2017, section 3.2.2). Which runs that meets depends on which came before.
 *
 * @param epochs that every run is let have, at least 1
 * @param runs that must have finished before, at least 1
 */
public record MedianRule(int epochs, int runs) {
    /** After two epochs, once three runs are finished. */
    public static final MedianRule USUAL = new MedianRule(2, 3);

    public MedianRule {
        if (epochs < 1 || runs < 1) {
            throw new IllegalArgumentException("At least one epoch and one run");
        }
    }

    /**
     * Whether a run is hopeless.
     *
     * @param losses of the run, one an epoch
     * @param finished the losses of the finished runs, one an epoch
     */
    public boolean hopeless(List<Double> losses, List<List<Double>> finished) {
        int epoch = losses.size();
        double[] means = finished.stream()
                .filter(run -> !run.isEmpty())
                .mapToDouble(run -> run.stream()
                        .limit(epoch)
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .sorted()
                .toArray();
        if (epoch < epochs || means.length < runs) {
            return false;
        }
        int middle = means.length / 2;
        double median = means.length % 2 == 1 ? means[middle] : (means[middle - 1] + means[middle]) / 2;
        double best = losses.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        return !(best <= median);
    }
}
