package jimu.app.training;

import java.util.OptionalDouble;
import jimu.app.text.Numbers;
import jimu.engine.train.TrainEvent;

/**
 * An epoch as a person reads it.
 *
 * @param epoch its number
 * @param loss on the training part
 * @param metric on the training part; empty where there is none
 * @param validationLoss empty where there is no validation part
 * @param validationMetric empty where there is none
 * @param time it took
 */
public record EpochRow(
        int epoch, String loss, String metric, String validationLoss, String validationMetric, String time) {
    static EpochRow of(TrainEvent.EpochEnded event) {
        return new EpochRow(
                event.epoch(),
                Numbers.measured(event.training().loss()),
                percent(event.training().metric()),
                event.validation().map(score -> Numbers.measured(score.loss())).orElse(""),
                event.validation().map(score -> percent(score.metric())).orElse(""),
                Numbers.duration(event.seconds()));
    }

    static String percent(OptionalDouble share) {
        return share.isPresent() ? Numbers.percent(share.getAsDouble()) : "";
    }
}
