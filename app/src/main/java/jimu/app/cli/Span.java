package jimu.app.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jimu.app.text.Texts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time span from the command line: {@code 90s}, {@code 10m}, {@code 1h30m}. */
final class Span implements ITypeConverter<Duration> {
    private static final Pattern SPAN = Pattern.compile("(?:(\\d{1,5})h)?(?:(\\d{1,7})m)?(?:(\\d{1,9})s)?");

    @Override
    public Duration convert(String text) {
        Matcher span = SPAN.matcher(text.strip());
        Duration time = Duration.ZERO;
        if (span.matches()) {
            time = Duration.ofHours(number(span, 1))
                    .plusMinutes(number(span, 2))
                    .plusSeconds(number(span, 3));
        }
        if (time.isZero()) {
            throw new TypeConversionException(Texts.of("cli.span", text));
        }
        return time;
    }

    private static long number(Matcher span, int group) {
        return span.group(group) == null ? 0 : Long.parseLong(span.group(group));
    }
}
