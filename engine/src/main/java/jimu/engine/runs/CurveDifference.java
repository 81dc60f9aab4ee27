package jimu.engine.runs;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jimu.engine.train.TrainEvent.EpochEnded;

/**
 * How the losses of two runs compare over the epochs that both have done; those of the validation part, or of the training part
 * where there is none.
 *
 * @param epochs how many both have done, at least 1
 * @param lower after how many of them the second run's loss was the lower
 * @param largest the second run's loss less the first one's after the epoch where they differ most
 * @param largestEpoch that epoch
 * @param last the same after the last of these epochs
 * @param firstStep the first step whose loss is not the very same number; empty if all are
 */
public record CurveDifference(
        int epochs, int lower, double largest, int largestEpoch, double last, OptionalLong firstStep) {
    /** The comparison; empty if one of them has not done an epoch. */
    public static Optional<CurveDifference> of(RunHistory before, RunHistory after) {
        List<EpochEnded> old = before.epochs();
        List<EpochEnded> now = after.epochs();
        int common = Math.min(old.size(), now.size());
        if (common == 0) {
            return Optional.empty();
        }
        int lower = 0;
        int largest = 0;
        for (int i = 0; i < common; i++) {
            lower += difference(old, now, i) < 0 ? 1 : 0;
            largest = Math.abs(difference(old, now, i)) > Math.abs(difference(old, now, largest)) ? i : largest;
        }
        return Optional.of(new CurveDifference(
                common,
                lower,
                difference(old, now, largest),
                now.get(largest).epoch(),
                difference(old, now, common - 1),
                firstStep(before, after)));
    }

    private static double difference(List<EpochEnded> old, List<EpochEnded> now, int index) {
        return loss(now.get(index)) - loss(old.get(index));
    }

    private static double loss(EpochEnded epoch) {
        return epoch.validation().orElse(epoch.training()).loss();
    }

    private static OptionalLong firstStep(RunHistory before, RunHistory after) {
        int common = Math.min(before.size(), after.size());
        for (int i = 0; i < common; i++) {
            if (Float.compare(before.reading(i).loss(), after.reading(i).loss()) != 0) {
                return OptionalLong.of(after.reading(i).step());
            }
        }
        return OptionalLong.empty();
    }
}
