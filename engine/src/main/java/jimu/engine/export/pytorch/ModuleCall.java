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
 * @param arguments as they stand between the brackets
 */
record ModuleCall(String head, List<String> arguments) {
    ModuleCall {
        arguments = List.copyOf(arguments);
    }

    /** The call that makes a layer's module, where automatic sizes have these values. */
    static ModuleCall of(Layer layer, PyTorch.Module module, Map<String, Integer> automaticSizes) {
        List<String> arguments = new ArrayList<>();
        Map<String, Optional<String>> further = new LinkedHashMap<>(module.arguments());
        for (Parameter parameter : LayerCatalog.of(layer).parameters()) {
            String keyword = parameter.required() && byPosition(parameter.kind()) ? "" : parameter.name() + "=";
            Optional<String> replaced = further.remove(parameter.name());
            if (replaced != null) {
                replaced.ifPresent(expression -> arguments.add(keyword + expression));
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
                arguments.add(keyword + PythonLiteral.of(value));
            }
        }
        further.forEach((name, expression) -> expression.ifPresent(text -> arguments.add(name + "=" + text)));
        return new ModuleCall(module.name(), arguments);
    }

    @Override
    public String toString() {
        return head + "(" + String.join(", ", arguments) + ")";
    }

    private static boolean byPosition(ParameterKind kind) {
        return kind == ParameterKind.SIZE || kind == ParameterKind.INTEGER;
    }
}
