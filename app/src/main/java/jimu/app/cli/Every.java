package jimu.app.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jimu.app.text.Texts;
import jimu.engine.graph.Interval;
import jimu.engine.graph.Interval.Unit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how often something is done from the command line: {@code 2} or {@code 2epochs}, {@code 100steps}, {@code 10minutes}. */
abstract class Every implements ITypeConverter<Interval> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(\\w*)");

    private final Unit other;
    private final String word;

    private Every(Unit other, String word) {
        this.other = other;
        this.word = word;
    }

    /** In epochs or steps. */
    static final class Validation extends Every {
        Validation() {
            super(Unit.STEPS, "steps");
        }
    }

    /** In epochs or minutes. */
    static final class Checkpoint extends Every {
        Checkpoint() {
            super(Unit.MINUTES, "minutes");
        }
    }

    @Override
    public Interval convert(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (form.matches() && Integer.parseInt(form.group(1)) >= 1) {
            int count = Integer.parseInt(form.group(1));
            if (form.group(2).isEmpty() || form.group(2).equals("epochs")) {
                return Interval.epochs(count);
            } else if (form.group(2).equals(word)) {
                return new Interval(count, other);
            }
        }
        throw new TypeConversionException(Texts.of("cli.train.every", word, text));
    }
}
