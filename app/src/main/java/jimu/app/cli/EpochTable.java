package jimu.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.app.text.MetricText;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.train.TrainEvent.EpochEnded;
import jimu.engine.train.TrainEvent.Score;

/**
 * The columns in which a training is told: the epoch, a progress bar, and numbers.
 *
 * @param epochs how many there will be
 * @param metric the metric's name, if there is one
 * @param validationSamples none leaves their columns out
 */
record EpochTable(int epochs, Optional<String> metric, int validationSamples) {
    private static final int NUMBER = 9;

    /** The headings; together with the rows no wider than 80 columns. */
    String heading() {
        List<String> names = new ArrayList<>(List.of(Texts.of("training.column.loss")));
        metric.ifPresent(name -> names.add(MetricText.of(name).heading()));
        if (validationSamples > 0) {
            names.add(Texts.of("training.column.validation.loss"));
            metric.ifPresent(name -> names.add(Texts.of(
                    "training.column.validation.metric", MetricText.of(name).shortTitle())));
        }
        names.add(Texts.of("training.column.seconds"));
        String epoch = Texts.of("cli.train.epoch");
        int before = label(epochs).length() + ProgressBar.CELLS;
        return epoch + " ".repeat(Math.max(0, before - epoch.length())) + cells(names);
    }

    /** What stands before an epoch's bar. */
    String label(int epoch) {
        int width = Math.max(
                Texts.of("cli.train.epoch").length(),
                2 * Integer.toString(epochs).length() + 1);
        String place = epoch + "/" + epochs;
        return " ".repeat(width - place.length()) + place + "  ";
    }

    /** What stands behind the bar while an epoch goes on. */
    String note(double loss, double reading, String pace) {
        List<String> numbers = new ArrayList<>(List.of(Numbers.measured(loss)));
        metric.ifPresent(name -> numbers.add(MetricText.of(name).number(reading)));
        return cells(numbers) + "  " + pace;
    }

    /** What stands behind the bar of an epoch that has ended. */
    String row(EpochEnded event) {
        List<String> numbers = new ArrayList<>(score(Optional.of(event.training())));
        if (validationSamples > 0) {
            numbers.addAll(score(event.validation()));
        }
        numbers.add(Numbers.duration(event.seconds()));
        return cells(numbers);
    }

    private List<String> score(Optional<Score> score) {
        List<String> numbers = new ArrayList<>();
        numbers.add(score.map(one -> Numbers.measured(one.loss())).orElse(""));
        metric.ifPresent(name -> numbers.add(score.map(Score::metric)
                .map(reading -> MetricText.of(name).number(reading.orElse(Double.NaN)))
                .orElse("")));
        return numbers;
    }

    private static String cells(List<String> texts) {
        StringBuilder line = new StringBuilder();
        texts.forEach(text -> line.append("  ")
                .append(" ".repeat(Math.max(0, NUMBER - text.length())))
                .append(text));
        return line.toString();
    }
}
