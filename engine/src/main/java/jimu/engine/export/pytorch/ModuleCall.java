package jimu.engine.export.pytorch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterKind;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.PythonLiteral;

/**
 * The call that makes a layer's module, {@code nn.Conv2d(1, 6, kernel_size=5, padding=2)}, read off the layer's schema
 * but for what the layer itself spells otherwise.
 *
 * <p>Single numbers that PyTorch has no default for stand by position, everything else by keyword, and defaults are left out.
 *
 * @param head the class, such as {@code nn.Conv2d}
 * @param given what stands between the brackets
 */
record ModuleCall(String head, List<Argument> given) {
    /** An argument: its parameter's name, {@code name=} where it stands by keyword, and the value as Python spells it. */
    record Argument(String name, String keyword, String value) {
        Argument withValue(String other) {
            return new Argument(name, keyword, other);
        }
    }

    ModuleCall {
        given = List.copyOf(given);
    }

    /** The arguments as they stand between the brackets. */
    List<String> arguments() {
        return given.stream()
                .map(argument -> argument.keyword() + argument.value())
                .toList();
    }

    /** The call that makes a layer's module, where automatic sizes have these values. */
    static ModuleCall of(Layer layer, PyTorch.Module module, Map<String, Integer> automaticSizes) {
        List<Argument> arguments = new ArrayList<>();
        Map<String, Optional<String>> further = new LinkedHashMap<>(module.arguments());
        for (Parameter parameter : LayerCatalog.of(layer).parameters()) {
            String keyword = parameter.required() && byPosition(parameter.kind()) ? "" : parameter.name() + "=";
            Optional<String> replaced = further.remove(parameter.name());
            if (replaced != null) {
                replaced.ifPresent(text -> arguments.add(new Argument(parameter.name(), keyword, text)));
                continue;
            }
            Object value = parameter.get(layer);
            if (value.equals("auto")) {
                if (!automaticSizes.containsKey(parameter.name())) {
                    continue;
                }
                value = automaticSizes.getOrDefault(parameter.name(), 0);
            }
            if (parameter.required() || !value.equals(parameter.defaultValue())) {
                arguments.add(new Argument(parameter.name(), keyword, PythonLiteral.of(value)));
            }
        }
        further.forEach((name, expression) ->
                expression.ifPresent(text -> arguments.add(new Argument(name, name + "=", text))));
        return new ModuleCall(module.name(), arguments);
    }

    @Override
    public String toString() {
        return head + "(" + String.join(", ", arguments()) + ")";
    }

    private static boolean byPosition(ParameterKind kind) {
        return kind == ParameterKind.SIZE || kind == ParameterKind.INTEGER;
    }
}
