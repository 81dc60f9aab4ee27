package jimu.engine.evaluate;

import java.util.function.IntPredicate;

/**
 * Recall (x) and precision (y) of a score for every threshold.
 *
 * @param curve from (0, 1) to full recall; empty if there are no positives
 * @param averagePrecision Σ (Rₙ − Rₙ₋₁) · Pₙ over the thresholds from the highest down, as scikit-learn's
 *     average_precision_score; NaN if the curve is empty
 */
public record PrecisionRecallCurve(Curve curve, double averagePrecision) {
    /** The curve of scores; {@code positive} tells which places are of the class. */
    public static PrecisionRecallCurve of(float[] scores, IntPredicate positive) {
        int[] order = Ordered.descending(scores);
        long positives = 0;
        for (int i = 0; i < scores.length; i++) {
            positives += positive.test(i) ? 1 : 0;
        }
        Curve.Builder curve = new Curve.Builder(2);
        if (positives == 0) {
            return new PrecisionRecallCurve(curve.build(), Double.NaN);
        }
        curve.add(0, 1);
        long hits = 0;
        double average = 0;
        for (int i = 0; i < order.length; ) {
            long before = hits;
            float score = scores[order[i]];
            for (; i < order.length && Float.compare(scores[order[i]], score) == 0; i++) {
                hits += positive.test(order[i]) ? 1 : 0;
            }
            double precision = (double) hits / i;
            average += (double) (hits - before) / positives * precision;
            if (hits > before || hits < positives) {
                curve.add((double) hits / positives, precision);
            }
        }
        return new PrecisionRecallCurve(curve.build(), average);
    }
}
