package jimu.app.text;

import java.util.Optional;
import jimu.engine.message.Messages;
import jimu.engine.train.TrainEvent.Score;
import jimu.engine.train.metric.Metric;
import jimu.engine.train.metric.MetricCatalog;

/**
 * A metric as a person reads it.
 *
 * @param metric its own name
 * @param loss the path of the loss that it belongs to, where there are several
 */
public record MetricText(String metric, Optional<String> loss) {
    /** The metric that a run calls {@code name}: its own name, perhaps after its loss's path and a dot. */
    public static MetricText of(String name) {
        int dot = name.lastIndexOf('.');
        return new MetricText(
                name.substring(dot + 1), dot < 0 ? Optional.empty() : Optional.of(name.substring(0, dot)));
    }

    /** As a heading: {@code Accuracy}. */
    public String title() {
        return placed(words(""));
    }

    /** As a heading with little room: {@code acc.} */
    public String shortTitle() {
        return words(".short");
    }

    /** Whether its numbers are shares of 1, told in percent. */
    public boolean share() {
        return MetricCatalog.find(metric).map(Metric::form).equals(Optional.of(Metric.Form.SHARE));
    }

    /** Its number: {@code 97.12 %} or {@code 0.1234}; empty for none. */
    public String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return share() ? Numbers.percent(value) : Numbers.measured(value);
    }

    /** Within a sentence: {@code accuracy 97.12 %}. */
    public String reading(double value) {
        return placed(words(".word")) + " " + number(value);
    }

    /** All that a score says, in a row: {@code loss 0.0411, accuracy 98.56 %}. */
    public static String of(Score score, Optional<String> metric) {
        StringBuilder row = new StringBuilder(of("loss").reading(score.loss()));
        score.metric()
                .ifPresent(value ->
                        row.append(", ").append(of(metric.orElse("metric")).reading(value)));
        score.further().forEach((name, value) -> {
            if (of(name).loss().isPresent()) {
                row.append(", ").append(of(name).reading(value));
            }
        });
        return row.toString();
    }

    private String placed(String words) {
        return loss.map(path -> Texts.of("metric.of", words, path)).orElse(words);
    }

    private String words(String form) {
        String key = "metric." + metric + form;
        return Messages.has(key) ? Messages.text(key) : metric;
    }
}
