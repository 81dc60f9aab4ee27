package jimu.engine.evaluate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Answers that lie near each other or not: pairs of vectors that should be alike or different. A triplet is two pairs, anchor and
 * positive, anchor and negative.
 *
 * @param loss the path of the loss
 * @param kept which pairs are kept one by one
 * @param measure how near is measured
 * @param threshold up to which distance a pair counts as alike: the loss's own, or else the one found best
 * @param distances of the pairs: Euclidean, or 1 − cosine; not to be changed
 * @param alike which pairs should be near; not to be changed
 * @param names of the two classes, different pairs first
 */
@SuppressWarnings("ArrayRecordComponent") // read-only numbers, not worth boxing; nobody compares them
public record Matching(
        String loss,
        Kept kept,
        Measure measure,
        double threshold,
        float[] distances,
        boolean[] alike,
        List<String> names)
        implements Assessment {
    /** How near is measured. */
    public enum Measure {
        /** The length of the difference. */
        EUCLIDEAN,
        /** 1 − cosine of the angle. */
        COSINE
    }

    public Matching {
        names = List.copyOf(names);
    }

    /** Different and alike pairs against what the threshold makes of them. */
    public ConfusionMatrix confusion() {
        long[] counts = new long[4];
        for (int place = 0; place < distances.length; place++) {
            counts[(alike[place] ? 2 : 0) + (distances[place] < threshold ? 1 : 0)]++;
        }
        return new ConfusionMatrix(names, counts);
    }

    /** The samples with a pair in a cell of the {@link #confusion}, at most {@code most} of them. */
    public List<Integer> samples(int truth, int choice, int most) {
        return IntStream.range(0, distances.length)
                .filter(place -> (alike[place] ? 1 : 0) == truth && (distances[place] < threshold ? 1 : 0) == choice)
                .map(kept::sample)
                .distinct()
                .limit(most)
                .boxed()
                .toList();
    }

    /** How small distances divide alike pairs from others. */
    public RocCurve roc() {
        return RocCurve.of(nearness(), place -> alike[place]);
    }

    /** How many pairs nearer than a distance are alike. */
    public PrecisionRecallCurve precisionRecall() {
        return PrecisionRecallCurve.of(nearness(), place -> alike[place]);
    }

    /** The distances of the pairs that should be near, or of the others, in intervals over the range of both. */
    public Bins distances(Side side, int intervals) {
        Bins all = Bins.of(distances, intervals);
        long[] counts = new long[all.counts().length];
        for (int place = 0; place < distances.length; place++) {
            if (alike[place] == (side == Side.ALIKE) && Float.isFinite(distances[place])) {
                double share = (distances[place] - all.low()) / (all.high() - all.low());
                counts[Math.min(counts.length - 1, (int) (share * counts.length))]++;
            }
        }
        return new Bins(all.low(), all.high(), counts);
    }

    /** Which pairs are meant. */
    public enum Side {
        ALIKE,
        DIFFERENT
    }

    private float[] nearness() {
        float[] scores = new float[distances.length];
        for (int place = 0; place < scores.length; place++) {
            scores[place] = -distances[place];
        }
        return scores;
    }

    /** The distance in the middle between two pairs at which most shares of both kinds are told rightly (Youden's J). */
    static double best(float[] distances, boolean[] alike) {
        float[] scores = new float[distances.length];
        long near = 0;
        for (int place = 0; place < scores.length; place++) {
            scores[place] = -distances[place];
            near += alike[place] ? 1 : 0;
        }
        long far = distances.length - near;
        int[] order = Ordered.descending(scores);
        double most = Double.NEGATIVE_INFINITY;
        double best = 0;
        long hits = 0;
        long alarms = 0;
        for (int i = 0; i < order.length; i++) {
            hits += alike[order[i]] ? 1 : 0;
            alarms += alike[order[i]] ? 0 : 1;
            boolean last = i + 1 == order.length;
            double next = last ? distances[order[i]] + 1 : distances[order[i + 1]];
            double gain = hits / (double) Math.max(1, near) - alarms / (double) Math.max(1, far);
            if (gain > most && next > distances[order[i]]) {
                most = gain;
                best = (distances[order[i]] + next) / 2;
            }
        }
        return best;
    }
}
