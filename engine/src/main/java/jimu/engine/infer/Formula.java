package jimu.engine.infer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Parameter;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorType;

/**
 * What a layer computes, from {@code formulas.properties}, whose head describes how formulas are written there.
 *
 * @param general with names: {@code H' = ⌊(H + 2·padding[0] − …) / stride[0]⌋ + 1}
 * @param filled with numbers and the result: {@code H' = ⌊(50 + 2·4 − …) / 2⌋ + 1 = 28}; the same as general where it has no names
 */
public record Formula(String general, String filled) {
    private static final String RESULT = " => ";
    private static final Pattern CONDITION = Pattern.compile("^\\[(\\w+)(!?=)([^\\]]+)\\]");
    private static final Pattern NAME = Pattern.compile("<([^<>\\s]+)>");
    private static final Pattern AXIS = Pattern.compile("([xy])\\[([-\\w]+)\\]");
    private static final Pattern AXES = Pattern.compile("x\\[([-\\w]+):([-\\w]+)\\]");
    private static final Pattern NOT_SPREAD = Pattern.compile("− 1·\\((\\d+) − 1\\) − 1");
    private static final String EQUALS = " = ";
    private static final Pattern ELEMENT = Pattern.compile("(\\w+)\\[(\\d+)\\]");

    /** The formulas of a layer for the inputs that it has, N standing for {@code batch} samples unless that is open. */
    public static List<Formula> of(Layer layer, Known known, OptionalLong batch) {
        Names values = new Names(layer, known, batch, axes(layer));
        return lines(layer).flatMap(line -> read(line, values).stream()).toList();
    }

    /** The formulas of a layer with names alone, so far as their conditions hold for its parameters. */
    public static List<String> general(Layer layer) {
        return lines(layer).flatMap(line -> general(line, layer).stream()).toList();
    }

    private static Optional<String> general(String line, Layer layer) {
        String text = line;
        for (Matcher condition = CONDITION.matcher(text); condition.find(); condition = CONDITION.matcher(text)) {
            boolean equal = LayerCatalog.of(layer)
                    .parameter(condition.group(1))
                    .map(parameter -> Names.text(parameter.get(layer)))
                    .equals(Optional.of(condition.group(3)));
            if (equal != condition.group(2).equals("=")) {
                return Optional.empty();
            }
            text = text.substring(condition.end()).strip();
        }
        int result = text.indexOf(RESULT);
        return Optional.of(fill(result < 0 ? text : text.substring(0, result), name -> name));
    }

    /** What the names in a layer's formulas stand for, N being open. */
    static Names names(Layer layer, Known known) {
        return new Names(layer, known, OptionalLong.empty(), axes(layer));
    }

    /** The right side of the formula that begins with {@code left}, with its numbers, a window that is not spread simplified. */
    static Optional<String> right(Layer layer, String left, Names names) {
        return lines(layer)
                .filter(line -> line.startsWith(left + EQUALS) || line.contains("] " + left + EQUALS))
                .flatMap(line -> read(line, names).stream())
                .map(formula -> formula.filled()
                        .substring(
                                left.length() + EQUALS.length(),
                                formula.filled().lastIndexOf(EQUALS)))
                .map(side -> NOT_SPREAD.matcher(side).replaceAll("− $1"))
                .findFirst();
    }

    private static Stream<String> lines(Layer layer) {
        ResourceBundle bundle = ResourceBundle.getBundle("jimu.engine.formulas");
        return bundle.containsKey(layer.type())
                ? bundle.getString(layer.type()).lines().map(String::strip)
                : Stream.empty();
    }

    private static List<String> axes(Layer layer) {
        ResourceBundle bundle = ResourceBundle.getBundle("jimu.engine.formulas");
        String axes = layer.type() + ".axes";
        return bundle.containsKey(axes) ? List.of(bundle.getString(axes).split(" ", -1)) : List.of();
    }

    /** What becomes of the shape in a layer, in the usual case: {@code (N, C, H, W) → (N, C, H', W')}. */
    public static Optional<String> shapeRule(String type) {
        ResourceBundle bundle = ResourceBundle.getBundle("jimu.engine.formulas");
        String key = type + ".shape";
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** A line as a formula; none where its conditions do not hold or one of its names stands for nothing. */
    private static Optional<Formula> read(String line, Names names) {
        String text = line;
        for (Matcher condition = CONDITION.matcher(text); condition.find(); condition = CONDITION.matcher(text)) {
            boolean equal = names.plain(condition.group(1)).equals(Optional.of(condition.group(3)));
            if (equal != condition.group(2).equals("=")) {
                return Optional.empty();
            }
            text = text.substring(condition.end()).strip();
        }
        boolean complete = NAME.matcher(text)
                .results()
                .map(MatchResult::group)
                .allMatch(name ->
                        names.value(name.substring(1, name.length() - 1)).isPresent());
        int result = text.indexOf(RESULT);
        String general = fill(result < 0 ? text : text.substring(0, result), name -> name);
        String filled =
                fill(text.replace(RESULT, " = "), name -> names.value(name).orElse("?"));
        return complete ? Optional.of(new Formula(general, filled)) : Optional.empty();
    }

    private static String fill(String text, Function<String, String> write) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(write.apply(name.group(1))));
    }

    /** What the names in a layer's formulas stand for. */
    record Names(Layer layer, Known known, OptionalLong batch, List<String> axes) {
        Optional<String> value(String name) {
            if (name.equals("parameters")) {
                return Optional.of(Long.toString(known.trainable()));
            }
            Matcher axis = AXIS.matcher(name);
            if (axis.matches()) {
                return dim(type(axis.group(1)), axis.group(2));
            }
            Matcher several = AXES.matcher(name);
            if (several.matches()) {
                return product(several.group(1), several.group(2));
            }
            boolean output = name.endsWith("'");
            int place = axes.indexOf(output ? name.substring(0, name.length() - 1) : name);
            if (place >= 0) {
                return dim(type(output ? "y" : "x"), Integer.toString(place));
            }
            Matcher element = ELEMENT.matcher(name);
            return element.matches()
                    ? parameter(element.group(1)).flatMap(plain -> element(plain, Integer.parseInt(element.group(2))))
                    : parameter(name).map(Names::text);
        }

        /** A parameter as a person set it, for conditions. */
        Optional<String> plain(String name) {
            return LayerCatalog.of(layer).parameter(name).map(parameter -> text(parameter.get(layer)));
        }

        /** A parameter with the value that it takes here. */
        String setting(String name) {
            return parameter(name).map(Names::text).orElse("auto");
        }

        private TensorType type(String tensor) {
            TensorType type = tensor.equals("x") ? known.inputs().get(0) : known.output();
            return batch.isPresent() ? type.at(batch.getAsLong()) : type;
        }

        private Optional<Integer> place(TensorType type, String axis) {
            Optional<String> number =
                    axis.matches("-?\\d+") ? Optional.of(axis) : parameter(axis).map(Names::text);
            int rank = type.shape().rank();
            return number.filter(digits -> digits.matches("-?\\d+"))
                    .map(Integer::parseInt)
                    .map(place -> place < 0 ? place + rank : place)
                    .filter(place -> place >= 0 && place < rank);
        }

        private Optional<String> dim(TensorType type, String axis) {
            return place(type, axis).map(place -> type.shape().dim(place).toString());
        }

        private Optional<String> product(String first, String last) {
            TensorType x = type("x");
            return place(x, first)
                    .flatMap(from -> place(x, last)
                            .map(to -> x.shape().dims().subList(from, to + 1).stream()
                                    .map(Dim::toString)
                                    .collect(Collectors.joining("·"))));
        }

        /** A parameter in plain form; one that follows from the input has the value that it takes here. */
        private Optional<Object> parameter(String name) {
            Optional<Parameter> found = LayerCatalog.of(layer).parameter(name);
            Optional<Object> plain = found.map(parameter -> parameter.get(layer));
            if (plain.equals(Optional.of("auto"))) {
                return name.equals("stride")
                        ? parameter("kernel_size")
                        : Optional.ofNullable(known.automaticSizes().get(name));
            }
            return plain;
        }

        /** One of several numbers; a single one stands for all, and no padding for zeros. */
        private static Optional<String> element(Object plain, int index) {
            if (plain instanceof List<?> several) {
                return index < several.size() ? Optional.of(text(several.get(index))) : Optional.empty();
            }
            return Optional.of(plain.equals("valid") ? "0" : text(plain));
        }

        private static String text(Object plain) {
            if (plain instanceof List<?> several) {
                return several.stream().map(Names::text).collect(Collectors.joining(", ", "(", ")"));
            }
            return plain instanceof Double number
                    ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                    : plain.toString();
        }
    }
}
