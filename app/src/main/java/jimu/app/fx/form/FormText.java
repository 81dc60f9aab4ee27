package jimu.app.fx.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jimu.engine.layer.ParameterKind;

/** Writes parameters in plain form as text, and reads such text. */
public final class FormText {
    private static final double EXACT = 1e15;
    private static final double TINY = 1e-3;

    private FormText() {}

    /** The text for a value in plain form: {@code 3}, {@code 3, 5}, {@code 0.001}, {@code auto}. */
    public static String write(Object plain) {
        if (plain instanceof List<?> list) {
            return list.stream().map(FormText::write).collect(Collectors.joining(", "));
        }
        return plain instanceof Double number ? number(number) : plain.toString();
    }

    /** The value that a text stands for; a text that does not fit the kind stands for itself. */
    public static Object read(ParameterKind kind, String text) {
        String bare = text.strip();
        return switch (kind) {
            case TEXT, CHOICE, FLAG -> bare;
            case INTEGER -> whole(bare).<Object>map(number -> number).orElse(bare);
            case NUMBER -> decimal(bare).<Object>map(number -> number).orElse(bare);
            case SIZE, OPTION -> whole(bare).<Object>map(number -> number).orElse(word(bare));
            case PAIR, AUTO_PAIR, PADDING, MARGINS -> oneOrMore(bare, FormText::whole);
            case SCALE -> oneOrMore(bare, FormText::decimal);
            case OUTPUT_SIZE -> oneOrMore(bare, FormText::wholeOrAuto);
            case NUMBERS, NUMBER_LIST ->
                list(bare, FormText::decimal).<Object>map(list -> list).orElse(bare);
            case SHAPE -> list(bare, FormText::whole).<Object>map(list -> list).orElse(bare);
        };
    }

    private static String number(double number) {
        if (number == Math.rint(number) && Math.abs(number) < EXACT) {
            return Long.toString((long) number);
        }
        if (Math.abs(number) >= TINY && Math.abs(number) < EXACT) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return Double.toString(number).replace(".0E", "E").toLowerCase(Locale.ROOT);
    }

    private static Object word(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Object oneOrMore(String text, Function<String, Optional<?>> read) {
        return list(text, read)
                .filter(list -> !list.isEmpty())
                .map(list -> list.size() == 1 ? list.get(0) : list)
                .orElse(word(text));
    }

    private static Optional<List<Object>> list(String text, Function<String, Optional<?>> read) {
        String inner = text.replaceAll("^[\\[(]|[\\])]$", "").strip();
        List<Object> numbers = new ArrayList<>();
        if (inner.isEmpty()) {
            return Optional.of(numbers);
        }
        for (String word : inner.split("\\s*[,;×x ]\\s*", -1)) {
            Optional<?> number = read.apply(word);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(number.get());
        }
        return Optional.of(numbers);
    }

    private static Optional<Long> whole(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<?> wholeOrAuto(String text) {
        return word(text).equals("auto") ? Optional.of("auto") : whole(text);
    }

    private static Optional<Double> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text).doubleValue());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
