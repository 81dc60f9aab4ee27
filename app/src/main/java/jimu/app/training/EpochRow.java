package jimu.app.training;

import java.util.Optional;
import jimu.app.text.MetricText;
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
    static EpochRow of(TrainEvent.EpochEnded event, Optional<MetricText> metric) {
        return new EpochRow(
                event.epoch(),
                Numbers.measured(event.training().loss()),
                number(metric, event.training()),
                event.validation().map(score -> Numbers.measured(score.loss())).orElse(""),
                event.validation().map(score -> number(metric, score)).orElse(""),
                Numbers.duration(event.seconds()));
    }

    private static String number(Optional<MetricText> metric, TrainEvent.Score score) {
        return metric.map(text -> text.number(score.metric().orElse(Double.NaN)))
                .orElse("");
    }
}
