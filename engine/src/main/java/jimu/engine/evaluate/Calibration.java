package jimu.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Whether probabilities can be taken at their word: of the answers given with probability p, about the share p should be right.
 *
 * @param bins equally wide, from 0 to 1; those without answers are there too
 * @param error the expected calibration error, Σ (n of the bin / n) · |share right − mean probability| (Guo, Pleiss, Sun,
 *     Weinberger: On Calibration of Modern Neural Networks, 2017); NaN without answers
 */
public record Calibration(List<Bin> bins, double error) {
    /**
     * Answers of about the same probability.
     *
     * @param low their least probability
     * @param high their largest
     * @param count how many there are
     * @param probability their mean probability; NaN if there are none
     * @param share the share of them that is right; NaN if there are none
     */
    public record Bin(double low, double high, long count, double probability, double share) {}

    public Calibration {
        bins = List.copyOf(bins);
    }

    /** The calibration of probabilities, in that many bins; {@code right} tells which places are. */
    public static Calibration of(float[] probabilities, IntPredicate right, int bins) {
        long[] counts = new long[bins];
        double[] sums = new double[bins];
        long[] hits = new long[bins];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = Math.max(0, Math.min(bins - 1, (int) Math.ceil(probabilities[i] * (double) bins) - 1));
            counts[bin]++;
            sums[bin] += probabilities[i];
            hits[bin] += right.test(i) ? 1 : 0;
        }
        List<Bin> all = new ArrayList<>();
        double error = probabilities.length == 0 ? Double.NaN : 0;
        for (int bin = 0; bin < bins; bin++) {
            double mean = sums[bin] / counts[bin];
            double share = (double) hits[bin] / counts[bin];
            all.add(new Bin((double) bin / bins, (bin + 1.0) / bins, counts[bin], mean, share));
            error += counts[bin] == 0 ? 0 : counts[bin] * Math.abs(share - mean) / probabilities.length;
        }
        return new Calibration(all, error);
    }
}
