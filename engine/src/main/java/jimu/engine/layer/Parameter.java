package jimu.engine.layer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jimu.engine.message.Messages;

/** One hyper-parameter of a kind of layer or optimiser: its name, kind, range and default. */
public final class Parameter {
    private final RecordComponent component;
    private final String name;
    private final ParameterKind kind;
    private final Object defaultValue;
    private final double min;
    private final double max;
    private final boolean required;

    Parameter(RecordComponent component, Record defaults) {
        this.component = component;
        this.kind = ParameterKind.of(component.getType());
        Param range = component.getAnnotation(Param.class);
        name = range == null || range.name().isEmpty() ? snakeCase(component.getName()) : range.name();
        min = range == null ? Double.NEGATIVE_INFINITY : range.min();
        max = range == null ? Double.POSITIVE_INFINITY : range.max();
        required = range != null && range.required();
        defaultValue = raw(defaults);
    }

    /** PyTorch's name. */
    public String name() {
        return name;
    }

    /** The kind of its values. */
    public ParameterKind kind() {
        return kind;
    }

    /** The default in plain form. */
    public Object defaultValue() {
        return kind.plain(defaultValue);
    }

    /** The smallest value allowed; −∞ for none. */
    public double min() {
        return min;
    }

    /** The largest value allowed; ∞ for none. */
    public double max() {
        return max;
    }

    /** Whether PyTorch has no default for it. */
    public boolean required() {
        return required;
    }

    /** The plain forms to choose from; empty unless the kind is CHOICE. */
    public List<String> choices() {
        return kind == ParameterKind.CHOICE
                ? Arrays.stream(component.getType().getEnumConstants())
                        .map(constant -> (String) kind.plain(constant))
                        .toList()
                : List.of();
    }

    /** Its value in a layer or optimiser, in plain form. */
    public Object get(Object owner) {
        return kind.plain(raw(owner));
    }

    /** Whether its value in a layer or optimiser lies in the range. */
    public boolean inRange(Object owner) {
        return Arrays.stream(kind.numbers(raw(owner))).allMatch(number -> number >= min && number <= max);
    }

    /** The range in words: {@code 1 or more}, {@code above 0}, {@code between 0 and 1}, or empty when everything goes. */
    public String range() {
        if (min == Double.NEGATIVE_INFINITY) {
            return max == Double.POSITIVE_INFINITY ? "" : Messages.text("parameter.range.most", text(max));
        }
        if (min == Double.MIN_VALUE && max == Double.POSITIVE_INFINITY) {
            return Messages.text("parameter.range.above", text(0));
        }
        return max == Double.POSITIVE_INFINITY
                ? Messages.text("parameter.range.least", text(min))
                : Messages.text("parameter.range.between", text(min), text(max));
    }

    Object raw(Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("An accessor must be public and plain: " + component, e);
        }
    }

    Object parse(Object plain) {
        return kind.value(plain, component.getType());
    }

    private static String text(double number) {
        return number == Math.rint(number)
                ? Long.toString((long) number)
                : new BigDecimal(Double.toString(number)).toPlainString();
    }

    /** {@code outFeatures} as {@code out_features}. */
    public static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
