package jimu.app.sweep;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jimu.app.text.Texts;
import jimu.engine.sweep.SweepResult;
import jimu.engine.sweep.ValuesText;

/** A result in words. */
final class ResultText {
    private ResultText() {}

    /** The values of its knobs: {@code fc1.out_features 8, optimizer.lr 0.01}. */
    static String values(SweepResult result) {
        return result.values().entrySet().stream()
                .map(value -> value.getKey() + " " + ValuesText.of(value.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** How far it is. */
    /** Its number and its values. */
    static String name(SweepResult result) {
        return Texts.of("sweep.run", result.number()) + ": " + values(result);
    }

    static String state(SweepResult result) {
        return Texts.of("sweep.state." + result.state().name().toLowerCase(Locale.ROOT));
    }

    /** All of it, a line each: number and values, then what came of them. */
    static String whole(SweepResult result, Optional<String> metric) {
        String values = result.values().entrySet().stream()
                .map(value -> value.getKey() + " = " + ValuesText.of(value.getValue()))
                .collect(Collectors.joining("\n"));
        String numbers = Arrays.stream(Measure.values())
                .filter(measure -> !Double.isNaN(measure.of(result)))
                .map(measure -> measure.title(metric) + ": " + measure.text(measure.of(result), metric))
                .collect(Collectors.joining("\n"));
        return Texts.of("sweep.run", result.number()) + " (" + state(result) + ")\n" + values + "\n" + numbers;
    }
}
