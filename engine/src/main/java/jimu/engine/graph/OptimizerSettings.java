package jimu.engine.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An optimiser by PyTorch's name, with the arguments that differ from its defaults.
 *
 * @param type such as {@code Adam}
 * @param arguments in plain form under PyTorch's names, such as {@code lr}
 */
public record OptimizerSettings(String type, Map<String, Object> arguments) {
    public OptimizerSettings {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
}
