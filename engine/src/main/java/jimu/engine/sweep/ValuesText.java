package jimu.engine.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jimu.engine.sweep.Values.Listed;
import jimu.engine.sweep.Values.Scale;
import jimu.engine.sweep.Values.Spread;
import jimu.engine.sweep.Values.Stepped;

/**
 * The values of a knob as a person types them.
 *
 * <pre>
 * 4,8,16             these
 * 4..16              every whole number, or any number, between
 * 4..16:4            every fourth
 * linear:0..0.5:6    six, evenly
 * log:1e-4..1e-1:5   five, each the same multiple of the one before
 * log:1e-4..1e-1     any number between, on a logarithmic scale
 * 3x5,5x5            pairs, height before width
 * </pre>
 */
public final class ValuesText {
    static final String TO = "..";
    static final String COUNT = ":";

    private static final double SMALL = 1e-4;
    private static final double LARGE = 1e9;
    private static final String NUMBER = "([-+]?[0-9.]*?[0-9](?:[eE][-+]?[0-9]+)?)";
    private static final Pattern RANGE = Pattern.compile(
            "(log:|linear:)?\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "(?:\\s*:\\s*" + NUMBER + ")?");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern REAL = Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern SEVERAL = Pattern.compile("[-+0-9.]+(?:[x×][-+0-9.]+)+");

    private ValuesText() {}

    /**
     * What {@code text} stands for.
     *
     * @param knob named in the sentence if it stands for nothing
     */
    public static Values parse(String knob, String text) throws SweepException {
        Matcher range = RANGE.matcher(text.strip());
        try {
            if (range.matches()) {
                return range(range);
            }
        } catch (IllegalArgumentException e) {
            throw SweepException.of("range", knob, text.strip());
        }
        if (text.contains(TO) || text.contains(COUNT)) {
            throw SweepException.of("values", knob, text.strip());
        }
        List<Object> values = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            if (item.isBlank()) {
                throw SweepException.of("values", knob, text.strip());
            }
            values.add(plain(item.strip()));
        }
        return new Listed(values);
    }

    private static Values range(Matcher range) {
        double from = Double.parseDouble(range.group(2));
        double to = Double.parseDouble(range.group(3));
        String third = range.group(4);
        if (range.group(1) == null) {
            return third == null
                    ? new Spread(Scale.LINEAR, from, to, OptionalInt.empty())
                    : new Stepped(from, to, Double.parseDouble(third));
        }
        Scale scale = range.group(1).equals(Scale.LOG.prefix()) ? Scale.LOG : Scale.LINEAR;
        return new Spread(
                scale, from, to, third == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(third)));
    }

    /** One value in plain form: a whole number, a number, a pair, true or false, or else the text itself. */
    static Object plain(String text) {
        if (WHOLE.matcher(text).matches()) {
            return Long.parseLong(text);
        } else if (REAL.matcher(text).matches()) {
            return Double.parseDouble(text);
        } else if (SEVERAL.matcher(text).matches()) {
            return Arrays.stream(text.split("[x×]")).map(ValuesText::plain).toList();
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }

    /** Values as they are typed. */
    static String list(List<Object> values) {
        return values.stream().map(ValuesText::of).collect(Collectors.joining(","));
    }

    /** One value as it is typed. */
    public static String of(Object plain) {
        if (plain instanceof List<?> several) {
            return several.stream().map(ValuesText::of).collect(Collectors.joining("x"));
        }
        return plain instanceof Double number ? number(number) : plain.toString();
    }

    /** A number without needless digits: {@code 16}, {@code 0.001}, {@code 2.5E-5}. */
    static String number(double number) {
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        double size = Math.abs(number);
        return size == 0 || (size >= SMALL && size < LARGE) ? exact.toPlainString() : scientific(exact);
    }

    /** Such as {@code 1e-5} or {@code 2.5e-5}. */
    private static String scientific(BigDecimal exact) {
        int exponent = exact.precision() - exact.scale() - 1;
        return exact.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }
}
