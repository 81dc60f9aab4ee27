package jimu.engine.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers that choose a class.
 *
 * @param loss the path of the loss
 * @param kept which answers are kept one by one
 * @param confusion the counts of all answers
 * @param width how many probabilities a kept answer has: one for each class, or 1, that of the second of two classes
 * @param probabilities of the kept answers, {@code width} for each; not to be changed
 * @param truths the class of each kept answer; not to be changed
 * @param choices the class chosen in each kept answer; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // read-only numbers, not worth boxing; nobody compares them
public record Classification(
        String loss,
        Kept kept,
        ConfusionMatrix confusion,
        int width,
        float[] probabilities,
        int[] truths,
        int[] choices)
        implements Assessment {
    private static final int BINS = 10;

    /** The names of the classes. */
    public List<String> classes() {
        return confusion.classes();
    }

    /** Whether there are two classes of which the second has the one probability. */
    public boolean binary() {
        return width == 1;
    }

    /** The probability of a class in a kept answer. */
    public float probability(int place, int c) {
        if (!binary()) {
            return probabilities[place * width + c];
        }
        return c == 1 ? probabilities[place] : 1 - probabilities[place];
    }

    /** The probability of the class chosen in a kept answer. */
    public float confidence(int place) {
        return probability(place, choices[place]);
    }

    /** By how much the chosen class's probability exceeds the next one's in a kept answer; 0 is the least certain. */
    public float margin(int place) {
        float chosen = confidence(place);
        float next = 0;
        for (int c = 0; c < classes().size(); c++) {
            next = c == choices[place] ? next : Math.max(next, probability(place, c));
        }
        return chosen - next;
    }

    /** The entropy −Σ p · ln p of a kept answer's probabilities; ln C is the least certain. */
    public double entropy(int place) {
        double sum = 0;
        for (int c = 0; c < classes().size(); c++) {
            double p = probability(place, c);
            sum -= p > 0 ? p * Math.log(p) : 0;
        }
        return sum;
    }

    /** Precision, recall and F1. */
    public ClassReport report() {
        return ClassReport.of(confusion);
    }

    /** A class against all others: how its probability divides them. */
    public RocCurve roc(int c) {
        return RocCurve.of(scores(c), place -> truths[place] == c);
    }

    /** A class against all others: how many of those above a probability belong to it. */
    public PrecisionRecallCurve precisionRecall(int c) {
        return PrecisionRecallCurve.of(scores(c), place -> truths[place] == c);
    }

    /** Whether the chosen class is right as often as its probability says; of two classes with one probability, the second is. */
    public Calibration calibration() {
        if (binary()) {
            return Calibration.of(probabilities, place -> truths[place] == 1, BINS);
        }
        float[] confidences = new float[choices.length];
        for (int place = 0; place < confidences.length; place++) {
            confidences[place] = confidence(place);
        }
        return Calibration.of(confidences, place -> choices[place] == truths[place], BINS);
    }

    private float[] scores(int c) {
        float[] scores = new float[choices.length];
        for (int place = 0; place < scores.length; place++) {
            scores[place] = probability(place, c);
        }
        return scores;
    }

    /** The samples with an answer in a cell of the confusion matrix, at most {@code most} of them. */
    public List<Integer> samples(int truth, int choice, int most) {
        List<Integer> samples = new ArrayList<>();
        for (int place = 0; place < choices.length && samples.size() < most; place++) {
            if (truths[place] == truth && choices[place] == choice) {
                int sample = kept.sample(place);
                if (samples.isEmpty() || samples.get(samples.size() - 1) != sample) {
                    samples.add(sample);
                }
            }
        }
        return samples;
    }
}
