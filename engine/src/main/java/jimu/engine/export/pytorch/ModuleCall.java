package jimu.engine.export.pytorch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterKind;

/**
 * The call that makes a layer's module, {@code nn.Conv2d(1, 6, kernel_size=5, padding=2)}, read off the layer's schema.
 *
 * <p>Single numbers that PyTorch has no default for stand by position, everything else by keyword, and defaults are left out.
 *
 * @param head the class, such as {@code nn.Conv2d}
 * @param arguments as they stand between the brackets
 */
record ModuleCall(String head, List<String> arguments) {
    ModuleCall {
        arguments = List.copyOf(arguments);
    }

    /** The call for a layer whose automatic sizes have these values. */
    static ModuleCall of(Layer layer, Map<String, Integer> automaticSizes) {
        List<String> arguments = new ArrayList<>();
        for (Parameter parameter : LayerCatalog.of(layer).parameters()) {
            Object value = parameter.get(layer);
            if (parameter.kind() == ParameterKind.SIZE && value.equals("auto")) {
                value = automaticSizes.getOrDefault(parameter.name(), 0);
            }
            if (parameter.required() && byPosition(parameter.kind())) {
                arguments.add(literal(value));
            } else if (parameter.required() || !value.equals(parameter.defaultValue())) {
                arguments.add(parameter.name() + "=" + literal(value));
            }
        }
        return new ModuleCall("nn." + layer.type(), arguments);
    }

    @Override
    public String toString() {
        return head + "(" + String.join(", ", arguments) + ")";
    }

    private static boolean byPosition(ParameterKind kind) {
        return kind == ParameterKind.SIZE || kind == ParameterKind.INTEGER;
    }

    private static String literal(Object plain) {
        if (plain instanceof Boolean flag) {
            return flag ? "True" : "False";
        } else if (plain instanceof Double number) {
            return PythonText.number(number);
        } else if (plain instanceof List<?> several) {
            String inner = several.stream().map(ModuleCall::literal).collect(Collectors.joining(", "));
            return several.size() == 1 ? "(" + inner + ",)" : "(" + inner + ")";
        } else if (plain instanceof Number) {
            return plain.toString();
        }
        return PythonText.quoted(plain.toString());
    }
}
