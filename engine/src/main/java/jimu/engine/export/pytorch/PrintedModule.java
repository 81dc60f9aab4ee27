package jimu.engine.export.pytorch;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Parameter;

/**
 * One module as PyTorch prints it, {@code Conv2d(3, 96, kernel_size=(11, 11), stride=(4, 4), padding=(2, 2))}; what follows from an
 * input of unknown shape is {@code ?}.
 *
 * @param layer the layer
 * @param automaticSizes the values of sizes that follow from the input
 * @param replaced what stands in PyTorch source in place of a parameter's own value
 */
record PrintedModule(Layer layer, Map<String, Integer> automaticSizes, Map<String, Optional<String>> replaced) {
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)\\]");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(!r|:[124df])?\\}");
    private static final int LEAST_EXPONENT = -4;
    private static final int MOST_EXPONENT = 16;

    /** What stands between the brackets. */
    String inside() {
        LayerSchema schema = LayerCatalog.of(layer);
        String pattern = layer.printed()
                .orElseGet(() -> schema.parameters().stream()
                        .map(parameter -> parameter.name() + "={" + parameter.name() + "}")
                        .collect(Collectors.joining(", ")));
        String kept = OPTIONAL.matcher(pattern).replaceAll(part -> hasDefaults(part.group(1)) ? "" : "$1");
        return PLACE.matcher(kept)
                .replaceAll(place -> value(parameter(place.group(1)), Optional.ofNullable(place.group(2)))
                        .replace("\\", "\\\\")
                        .replace("$", "\\$"));
    }

    private boolean hasDefaults(String part) {
        return PLACE.matcher(part)
                .results()
                .map(MatchResult::group)
                .map(place -> parameter(place.replaceAll("^\\{(\\w+).*", "$1")))
                .allMatch(parameter -> parameter.get(layer).equals(parameter.defaultValue()));
    }

    private Parameter parameter(String name) {
        return LayerCatalog.of(layer)
                .parameter(name)
                .orElseThrow(() -> new IllegalStateException(layer.type() + " has no parameter " + name));
    }

    private String value(Parameter parameter, Optional<String> form) {
        Optional<String> expression = replaced.getOrDefault(parameter.name(), Optional.empty());
        if (expression.isPresent()) {
            return shaped(expression.get(), form);
        }
        Object plain = parameter.get(layer);
        if (plain.equals("auto")) {
            Integer size = automaticSizes.get(parameter.name());
            return parameter.name().equals("stride")
                    ? value(parameter("kernel_size"), form)
                    : size == null ? "?" : shaped(size.toString(), form);
        }
        return switch (form.orElse("")) {
            case "!r" -> "'" + plain + "'";
            case ":1", ":2", ":4" ->
                plain instanceof Number
                        ? text(Collections.nCopies(form.orElseThrow().charAt(1) - '0', plain))
                        : text(plain);
            case ":f" -> text(fractions(plain));
            case ":d" ->
                plain.equals(parameter.defaultValue()) && plain instanceof Double number
                        ? Long.toString(number.longValue())
                        : text(plain);
            default -> text(plain);
        };
    }

    /** An expression of PyTorch source as the module keeps it: a single number as a tuple or with a fraction. */
    private static String shaped(String expression, Optional<String> form) {
        boolean whole = expression.matches("\\d+");
        if (whole && form.equals(Optional.of(":1"))) {
            return "(" + expression + ",)";
        }
        return whole && form.equals(Optional.of(":f")) ? expression + ".0" : expression;
    }

    private static Object fractions(Object plain) {
        if (plain instanceof List<?> several) {
            return several.stream().map(PrintedModule::fractions).toList();
        }
        return plain instanceof Number number ? (Object) number.doubleValue() : plain;
    }

    private static String text(Object plain) {
        if (plain instanceof Boolean flag) {
            return flag ? "True" : "False";
        } else if (plain instanceof Double number) {
            return number(number);
        } else if (plain instanceof List<?> several) {
            String inner = several.stream().map(PrintedModule::text).collect(Collectors.joining(", "));
            return several.size() == 1 ? "(" + inner + ",)" : "(" + inner + ")";
        }
        return plain.equals("auto") || plain.equals("none") ? "None" : plain.toString();
    }

    /** A number as Python prints it: {@code 0.001}, {@code 1e-05}, {@code 2.0}. */
    private static String number(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (value == 0 || (exponent >= LEAST_EXPONENT && exponent < MOST_EXPONENT)) {
            String plain = decimal.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String digits = decimal.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return String.format(
                "%s%s%se%s%02d",
                value < 0 ? "-" : "", digits.charAt(0), fraction, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
