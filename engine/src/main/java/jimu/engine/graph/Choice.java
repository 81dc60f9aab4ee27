package jimu.engine.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An optimiser, schedule or clipping by PyTorch's name, with the arguments that differ from its defaults.
 *
 * @param type such as {@code Adam}
 * @param arguments in plain form under PyTorch's names, such as {@code lr}
 */
public record Choice(String type, Map<String, Object> arguments) {
    public Choice {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** All defaults. */
    public static Choice of(String type) {
        return new Choice(type, Map.of());
    }

    /** The same with one argument set. */
    public Choice with(String argument, Object plain) {
        Map<String, Object> changed = new LinkedHashMap<>(arguments);
        changed.put(argument, plain);
        return new Choice(type, changed);
    }
}
