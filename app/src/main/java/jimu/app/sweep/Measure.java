package jimu.app.sweep;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import jimu.app.text.MetricText;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.sweep.SweepResult;
import jimu.engine.train.metric.Metric;
import jimu.engine.train.metric.MetricCatalog;

/** A number that comes of each variant. */
public enum Measure {
    /** The lowest loss of an epoch, of the validation part where there is one. */
    BEST_LOSS,
    /** The metric after that epoch. */
    METRIC,
    /** The loss after the last epoch. */
    LAST_LOSS,
    /** The loss on the test part. */
    TEST_LOSS,
    /** The metric on the test part. */
    TEST_METRIC,
    /** Elements that training changes. */
    PARAMETERS,
    /** Multiply-adds of the forward pass for one sample. */
    MULTIPLY_ADDS,
    /** How long the training took. */
    SECONDS;

    /** What it costs to have or to train a variant. */
    public static final List<Measure> COSTS = List.of(PARAMETERS, MULTIPLY_ADDS, SECONDS);

    /** How good a variant is. */
    public static final List<Measure> GOODS = List.of(METRIC, BEST_LOSS, LAST_LOSS, TEST_METRIC, TEST_LOSS);

    /** The number of a result; NaN while there is none. */
    public double of(SweepResult result) {
        return switch (this) {
            case BEST_LOSS -> number(result.outcome().bestLoss());
            case METRIC -> number(result.outcome().bestReading());
            case LAST_LOSS -> number(result.outcome().loss());
            case TEST_LOSS -> number(result.outcome().testLoss());
            case TEST_METRIC -> number(result.outcome().testReading());
            case PARAMETERS -> result.parameters() > 0 ? result.parameters() : Double.NaN;
            case MULTIPLY_ADDS -> result.multiplyAdds() > 0 ? result.multiplyAdds() : Double.NaN;
            case SECONDS -> result.outcome().epochs() > 0 ? result.outcome().seconds() : Double.NaN;
        };
    }

    private static double number(OptionalDouble number) {
        return number.orElse(Double.NaN);
    }

    private boolean metric() {
        return this == METRIC || this == TEST_METRIC;
    }

    /** The name of the metric that results tell, if there is one. */
    static Optional<String> metricOf(List<SweepResult> results) {
        return results.stream()
                .flatMap(result -> result.outcome().metric().stream())
                .findFirst();
    }

    /** Those that some result has. */
    static List<Measure> known(List<SweepResult> results) {
        return Stream.of(values())
                .filter(measure -> results.stream().anyMatch(result -> !Double.isNaN(measure.of(result))))
                .toList();
    }

    /** Whether larger is better, where the metric's name is this. */
    public boolean ascending(Optional<String> metric) {
        return metric()
                && metric.flatMap(name -> MetricCatalog.find(MetricText.of(name).metric()))
                        .map(Metric::ascending)
                        .orElse(true);
    }

    /** Its heading, where the metric's name is this. */
    public String title(Optional<String> metric) {
        String key = "sweep.measure." + name().toLowerCase(Locale.ROOT);
        if (!metric()) {
            return Texts.of(key);
        }
        String heading = metric.map(name -> MetricText.of(name).heading()).orElse(Texts.of("training.column.metric"));
        return Texts.of(key, heading);
    }

    /** A value of it as a person reads it. */
    public String text(double value, Optional<String> metric) {
        if (Double.isNaN(value)) {
            return "";
        }
        return switch (this) {
            case PARAMETERS, MULTIPLY_ADDS -> Numbers.grouped(Math.round(value));
            case SECONDS -> Numbers.duration(value);
            case METRIC, TEST_METRIC ->
                metric.map(name -> MetricText.of(name).number(value)).orElse(Numbers.measured(value));
            case BEST_LOSS, LAST_LOSS, TEST_LOSS -> Numbers.measured(value);
        };
    }
}
