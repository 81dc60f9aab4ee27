package jimu.app.text;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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
    public String heading() {
        return words("");
    }

    /** As a part of a column's heading: {@code acc.} */
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

    /** Within a sentence: {@code accuracy 97.12 %}, {@code loss NaN}. */
    public String reading(double value) {
        return placed(words(".word")) + " " + (Double.isNaN(value) ? Numbers.measured(value) : number(value));
    }

    /** Loss and metric in a row, {@code loss 0.0411, accuracy 98.56 %}, and those of each loss where there are several. */
    public static String of(Score score, Optional<String> metric) {
        StringBuilder row = new StringBuilder(of("loss").reading(score.loss()));
        score.metric()
                .ifPresent(value ->
                        row.append(", ").append(of(metric.orElse("metric")).reading(value)));
        Set<String> told = new HashSet<>();
        metric.flatMap(name -> of(name).loss()).ifPresent(told::add);
        score.further().forEach((name, value) -> {
            MetricText further = of(name);
            boolean first = further.metric().equals("loss")
                    ? further.loss().isPresent()
                    : further.loss().filter(told::add).isPresent();
            if (first) {
                row.append(", ").append(further.reading(value));
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
