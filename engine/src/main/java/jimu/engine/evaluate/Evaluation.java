package jimu.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jimu.engine.train.Part;
import jimu.engine.train.TrainEvent.Score;

/**
 * What a network makes of a part of the data under certain weights.
 *
 * @param part the part
 * @param score loss and metrics, as a training reports them for the part
 * @param metric the name of the first metric, if there is one
 * @param losses the loss of each sample by itself, weighted and summed over the losses; not to be changed
 * @param assessments what each loss tells, in their order
 */
@SuppressWarnings("ArrayRecordComponent") // read-only numbers, not worth boxing; nobody compares them
public record Evaluation(
        Part part, Score score, Optional<String> metric, float[] losses, List<Assessment> assessments) {
    public Evaluation {
        assessments = List.copyOf(assessments);
    }

    /** The same with what one loss tells before all else. */
    public Evaluation beginningWith(String loss) {
        List<Assessment> ordered = new ArrayList<>(assessments);
        ordered.sort(Comparator.comparing(one -> !one.loss().equals(loss)));
        return new Evaluation(part, score, metric, losses, ordered);
    }

    /** How many samples the part has. */
    public int samples() {
        return losses.length;
    }

    /** The numbers of the samples with the highest losses, the highest first. */
    public List<Integer> worst(int most) {
        return first(Ordered.descending(losses), most);
    }

    /** The samples whose least certain answer has the smallest margin, that one first; none without classes or pairs. */
    public List<Integer> leastCertain(int most) {
        float[] doubt = new float[losses.length];
        Arrays.fill(doubt, Float.NEGATIVE_INFINITY);
        for (Assessment assessment : assessments) {
            if (assessment instanceof Classification classes) {
                for (int place = 0; place < classes.choices().length; place++) {
                    raise(doubt, classes.kept().sample(place), -classes.margin(place));
                }
                return known(doubt, most);
            } else if (assessment instanceof Matching pairs) {
                for (int place = 0; place < pairs.distances().length; place++) {
                    double away = Math.abs(pairs.distances()[place] - pairs.threshold());
                    raise(doubt, pairs.kept().sample(place), (float) -away);
                }
                return known(doubt, most);
            }
        }
        return List.of();
    }

    private static void raise(float[] doubt, int sample, float to) {
        doubt[sample] = Math.max(doubt[sample], to);
    }

    private static List<Integer> known(float[] doubt, int most) {
        return first(Ordered.descending(doubt), most).stream()
                .filter(sample -> doubt[sample] > Float.NEGATIVE_INFINITY)
                .toList();
    }

    private static List<Integer> first(int[] order, int most) {
        List<Integer> samples = new ArrayList<>();
        for (int i = 0; i < Math.min(most, order.length); i++) {
            samples.add(order[i]);
        }
        return samples;
    }
}
