package jimu.app.canvas;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterKind;
import jimu.engine.message.Messages;

/**
 * The parameters of a layer in a few words, such as {@code 6 @ 5×5, padding 2}.
 *
 * <p>The text {@code layer.TYPE.brief} of the engine's messages says how to begin, with {@code <name>} for the value of a
 * parameter; then follow those that differ from their defaults.
 */
final class Brief {
    private static final Pattern PLACE = Pattern.compile("<([a-z_]+)>");

    private static final Set<ParameterKind> TWICE = EnumSet.of(ParameterKind.PAIR, ParameterKind.OUTPUT_SIZE);

    private Brief() {}

    static String of(Layer layer) {
        LayerSchema schema = LayerCatalog.of(layer);
        String key = "layer." + layer.type() + ".brief";
        List<String> parts = new ArrayList<>();
        Set<String> told = new HashSet<>();
        if (Messages.has(key)) {
            Matcher places = PLACE.matcher(Messages.text(key));
            parts.add(places.replaceAll(place -> {
                told.add(place.group(1));
                return Matcher.quoteReplacement(schema.parameter(place.group(1))
                        .map(parameter -> text(parameter, layer))
                        .orElse(""));
            }));
        }
        schema.parameters().stream()
                .filter(parameter -> !told.contains(parameter.name()) && worthTelling(parameter, layer))
                .forEach(parameter -> parts.add(told(parameter, layer)));
        return parts.stream().map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    /** A switch that is on needs no value. */
    private static String told(Parameter parameter, Layer layer) {
        return parameter.get(layer).equals(true) ? parameter.name() : parameter.name() + " " + text(parameter, layer);
    }

    private static boolean worthTelling(Parameter parameter, Layer layer) {
        Object value = parameter.get(layer);
        return !value.equals("auto")
                && parameter.kind() != ParameterKind.NUMBER_LIST
                && (parameter.required() || !value.equals(parameter.defaultValue()));
    }

    private static String text(Parameter parameter, Layer layer) {
        Object value = parameter.get(layer);
        if (value instanceof List<?> sizes) {
            boolean apart = parameter.name().equals("dims") || parameter.kind() == ParameterKind.MARGINS;
            String between = apart ? ", " : "×";
            return sizes.stream().map(String::valueOf).collect(Collectors.joining(between));
        }
        return TWICE.contains(parameter.kind()) ? value + "×" + value : value.toString();
    }
}
