package jimu.app.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jimu.app.text.Numbers;

/** Where an axis is marked, and with what: round numbers, powers of ten where it is logarithmic, whole minutes and hours of time. */
final class Ticks {
    private static final double[] ROUND = {1, 2, 5, 10};
    private static final double[] TIMES = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400
    };
    private static final int DAY = 86_400;
    private static final double SLACK = 1e-9;
    private static final double LARGE = 1e6;
    private static final double SMALL = 1e-4;
    private static final int DECADES = 2;

    /** A mark at a value, with what is written there; nothing is written at a lesser mark. */
    record Tick(double value, String label) {}

    private Ticks() {}

    /** The marks of an axis that has room for about {@code most} labels. */
    static List<Tick> of(Axis axis, int most) {
        if (axis.scale() == Scale.LOG && axis.span().length() >= 1) {
            return decades(axis, Math.max(1, most));
        }
        double low = axis.lower();
        double high = axis.upper();
        double unit = unit(axis.form(), (high - low) / Math.max(1, most));
        List<Tick> ticks = new ArrayList<>();
        for (double i = Math.ceil(low / unit - SLACK); i * unit <= high + SLACK * unit; i++) {
            double value = i * unit;
            if (axis.scale().holds(value)) {
                ticks.add(new Tick(value, label(axis.form(), value, unit)));
            }
        }
        return ticks;
    }

    private static double unit(Axis.Form form, double least) {
        if (form == Axis.Form.TIME && least > TIMES[0] / 2) {
            for (double time : TIMES) {
                if (time >= least) {
                    return time;
                }
            }
            return DAY * round(least / DAY);
        }
        return form == Axis.Form.COUNT ? Math.max(1, round(least)) : round(least);
    }

    /** The least of 1, 2, 5, 10, … and its decimal multiples that is not below. */
    private static double round(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : ROUND) {
            if (factor * power >= least * (1 - SLACK)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static List<Tick> decades(Axis axis, int most) {
        Span span = axis.span();
        int every = Math.max(1, (int) Math.ceil(span.length() / most));
        boolean between = span.length() * 3 <= most && span.length() <= 2 * DECADES;
        List<Tick> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(span.from()); power <= Math.floor(span.to() + SLACK); power++) {
            boolean named = Math.floorMod(power, every) == 0;
            for (int digit = 1; digit < 10; digit++) {
                double value = new BigDecimal(digit).scaleByPowerOfTen(power).doubleValue();
                boolean inside = span.wider(SLACK).contains(Math.log10(value));
                boolean written = digit == 1 ? named : between && (digit == 2 || digit == 5);
                if (inside && (digit == 1 || every == 1)) {
                    ticks.add(new Tick(value, written ? label(axis.form(), value, value) : ""));
                }
            }
        }
        return ticks;
    }

    private static String label(Axis.Form form, double value, double unit) {
        return switch (form) {
            case COUNT -> value < LARGE * LARGE ? Numbers.grouped(Math.round(value)) : number(value, unit);
            case NUMBER -> number(value, unit);
            case SHARE -> number(100 * value, 100 * unit) + " %";
            case TIME -> unit < 1 && value < 60 ? number(value, unit) + " s" : time(value);
        };
    }

    private static String number(double value, double unit) {
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(unit) - SLACK));
        double size = Math.abs(value);
        if (Math.abs(value) < unit * SLACK) {
            return "0";
        }
        if (size >= LARGE || size < SMALL) {
            int digits =
                    Math.max(0, (int) (Math.floor(Math.log10(size) + SLACK) - Math.floor(Math.log10(unit) + SLACK)));
            return String.format(Locale.ENGLISH, "%." + Math.min(digits, 6) + "e", value)
                    .replaceFirst("e([+-])0?", "e$1")
                    .replace("e+", "e");
        }
        return String.format(Locale.ENGLISH, "%,." + decimals + "f", value);
    }

    private static String time(double seconds) {
        return seconds < 60 ? number(seconds, 1) + " s" : Numbers.duration(seconds);
    }
}
