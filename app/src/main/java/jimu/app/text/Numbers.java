package jimu.app.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {
    private static final double LARGE = 1e6;
    private static final double SMALL = 1e-4;
    private static final double MILLION = 1e6;
    private static final double KILO = 1024;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private Numbers() {}

    /** A count with its thousands set apart: {@code 44,426}. */
    public static String grouped(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /** A measurement to four significant digits: {@code 0.1234}, {@code 12.34}, {@code 1.234e-07}, {@code NaN}. */
    public static String measured(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        double size = Math.abs(value);
        if (size >= LARGE || size < SMALL) {
            return String.format(Locale.ENGLISH, "%.3e", value);
        }
        int before = (int) Math.floor(Math.log10(size)) + 1;
        return String.format(Locale.ENGLISH, "%." + Math.max(0, Math.min(4, 4 - before)) + "f", value);
    }

    /** A learning rate to three significant digits, without needless zeros: {@code 0.001}, {@code 0.0345}, {@code 2.5e-06}. */
    public static String rate(float rate) {
        BigDecimal rounded =
                new BigDecimal(Float.toString(rate)).round(new MathContext(3)).stripTrailingZeros();
        return rate == 0 || Math.abs(rate) >= SMALL
                ? rounded.toPlainString()
                : String.format(Locale.ENGLISH, "%." + (rounded.precision() - 1) + "e", rounded);
    }

    /** A share in percent, to two decimals: {@code 97.12 %}. */
    public static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.2f %%", 100 * share);
    }

    /** An amount of memory: {@code 512 B}, {@code 3.1 kB}, {@code 0.57 MB}, a kB being 1,024 B. */
    public static String bytes(long count) {
        double kilo = count / KILO;
        if (count < KILO) {
            return String.format(Locale.ENGLISH, "%d B", count);
        }
        return kilo < KILO / 10
                ? String.format(Locale.ENGLISH, "%.1f kB", kilo)
                : String.format(Locale.ENGLISH, "%,.2f MB", kilo / KILO);
    }

    /** A share in percent, to one decimal: {@code 97.1 %}. */
    public static String share(double share) {
        return String.format(Locale.ENGLISH, "%.1f %%", 100 * share);
    }

    /** Nanoseconds as milliseconds to three digits: {@code 12.3 ms}, {@code 0.0041 ms}, {@code 1,234 ms}. */
    public static String milliseconds(long nanos) {
        double millis = nanos / MILLION;
        if (millis >= KILO || millis == 0) {
            return String.format(Locale.ENGLISH, "%,.0f ms", millis);
        }
        int before = (int) Math.floor(Math.log10(millis)) + 1;
        return String.format(Locale.ENGLISH, "%." + Math.max(0, Math.min(4, 3 - before)) + "f ms", millis);
    }

    /** A time span: {@code 3.4 s}, {@code 1:05}, {@code 2:00:07}. */
    public static String duration(double seconds) {
        if (seconds < MINUTE) {
            return String.format(Locale.ENGLISH, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < HOUR
                ? String.format(Locale.ENGLISH, "%d:%02d", whole / MINUTE, whole % MINUTE)
                : String.format(Locale.ENGLISH, "%d:%02d:%02d", whole / HOUR, whole % HOUR / MINUTE, whole % MINUTE);
    }
}
