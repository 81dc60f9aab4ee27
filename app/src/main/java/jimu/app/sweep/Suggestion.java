package jimu.app.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jimu.engine.sweep.Knob;
import jimu.engine.sweep.ValuesText;

/** The values with which a knob begins in a plan: some around the one it has. */
final class Suggestion {
    private static final double TEN = 10;
    private static final String SEEDS = "1,2,3";
    private static final String AUTOMATIC = "auto,1,2";
    private static final MathContext DIGITS = new MathContext(4);

    private Suggestion() {}

    static String of(Knob knob) {
        return switch (knob.kind()) {
            case CHOICE -> String.join(",", knob.choices());
            case FLAG -> "true,false";
            case NUMBER -> number(knob);
            case SCALE -> "1,2,4";
            case OPTION -> knob.value() instanceof Long whole ? whole(whole) : "none,1,2";
            case SIZE, AUTO_PAIR -> knob.value().equals("auto") ? AUTOMATIC : whole(knob);
            default -> knob.name().equals("seed") ? SEEDS : whole(knob);
        };
    }

    private static String whole(Knob knob) {
        return knob.value() instanceof Long whole ? whole(whole) : ValuesText.of(knob.value());
    }

    /** Shares as shares; other numbers a power of ten up and down. */
    private static String number(Knob knob) {
        double value = ((Number) knob.value()).doubleValue();
        if (knob.name().endsWith(".p")) {
            return "0,0.25,0.5";
        } else if (value <= 0) {
            return "0,0.0001,0.01";
        } else if (value >= 0.5 && value < 1) {
            return "0.5,0.9,0.99";
        }
        return "log:" + ValuesText.of(rounded(value / TEN)) + ".." + ValuesText.of(rounded(value * TEN)) + ":5";
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    private static String whole(long value) {
        return value < 1
                ? "0,1,2"
                : Stream.of(value / 2, value, 2 * value)
                        .filter(one -> one > 0)
                        .distinct()
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
    }
}
