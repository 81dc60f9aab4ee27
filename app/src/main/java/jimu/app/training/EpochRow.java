package jimu.app.training;

import java.util.Optional;
import jimu.app.text.MetricText;
import jimu.app.text.Numbers;
import jimu.engine.train.TrainEvent;

/**
 * An epoch as a person reads it.
 *
 * @param epoch its number
 * @param best whether the best reading of the run stands in it
 * @param loss on the training part
 * @param metric on the training part; empty where there is none
 * @param validationLoss empty where there is no validation part
 * @param validationMetric empty where there is none
 * @param rate the learning rate at its end
 * @param time it took
 */
public record EpochRow(
        int epoch,
        boolean best,
        String loss,
        String metric,
        String validationLoss,
        String validationMetric,
        String rate,
        String time) {
    static EpochRow of(TrainEvent.EpochEnded event, Optional<MetricText> metric, float rate) {
        return new EpochRow(
                event.epoch(),
                false,
                Numbers.measured(event.training().loss()),
                number(metric, event.training()),
                event.validation().map(score -> Numbers.measured(score.loss())).orElse(""),
                event.validation().map(score -> number(metric, score)).orElse(""),
                Numbers.rate(rate),
                Numbers.duration(event.seconds()));
    }

    /** The same, being the best or not. */
    EpochRow withBest(boolean now) {
        return now == best
                ? this
                : new EpochRow(epoch, now, loss, metric, validationLoss, validationMetric, rate, time);
    }

    private static String number(Optional<MetricText> metric, TrainEvent.Score score) {
        return metric.map(text -> text.number(score.metric().orElse(Double.NaN)))
                .orElse("");
    }
}
