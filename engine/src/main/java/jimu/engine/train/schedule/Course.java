package jimu.engine.train.schedule;

import java.util.List;

/**
 * A training as schedules see it.
 *
 * @param epochs how many there will be
 * @param stepsPerEpoch batches in each
 * @param losses the loss after each epoch so far: of the validation part, or of the training part where there is none
 */
public record Course(int epochs, long stepsPerEpoch, List<Double> losses) {
    /** A training that has not begun. */
    public static Course of(int epochs, long stepsPerEpoch) {
        return new Course(epochs, stepsPerEpoch, List.of());
    }

    /** How many steps there will be. */
    public long steps() {
        return epochs * stepsPerEpoch;
    }
}
