package jimu.engine.evaluate;

import java.util.function.IntPredicate;

/**
 * The receiver operating characteristic of a score: for every threshold the share of negatives that are above it (x) and of
 * positives (y).
 *
 * @param curve from (0, 0) to (1, 1); empty if there are no positives or no negatives
 * @param area under the curve by trapezoids: the chance that a positive has a higher score than a negative (Hanley, McNeil: The
 *     Meaning and Use of the Area under a ROC Curve, 1982), equal scores counting one half; NaN if the curve is empty
 */
public record RocCurve(Curve curve, double area) {
    /** The curve of scores; {@code positive} tells which places are of the class. */
    public static RocCurve of(float[] scores, IntPredicate positive) {
        int[] order = Ordered.descending(scores);
        long positives = 0;
        for (int i = 0; i < scores.length; i++) {
            positives += positive.test(i) ? 1 : 0;
        }
        long negatives = scores.length - positives;
        Curve.Builder curve = new Curve.Builder(2);
        if (positives == 0 || negatives == 0) {
            return new RocCurve(curve.build(), Double.NaN);
        }
        curve.add(0, 0);
        long hits = 0;
        long alarms = 0;
        double twice = 0;
        for (int i = 0; i < order.length; ) {
            long hitsBefore = hits;
            long alarmsBefore = alarms;
            float score = scores[order[i]];
            for (; i < order.length && Float.compare(scores[order[i]], score) == 0; i++) {
                boolean yes = positive.test(order[i]);
                hits += yes ? 1 : 0;
                alarms += yes ? 0 : 1;
            }
            twice += (double) (alarms - alarmsBefore) * (hits + hitsBefore);
            curve.add((double) alarms / negatives, (double) hits / positives);
        }
        return new RocCurve(curve.build(), twice / 2 / positives / negatives);
    }
}
