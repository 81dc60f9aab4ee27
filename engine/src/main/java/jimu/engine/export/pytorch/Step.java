package jimu.engine.export.pytorch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.layer.PyTorch;

/**
 * One call in a class's {@code forward}.
 *
 * @param path where its module stands
 * @param form what is called
 * @param reads what goes into each port; an open one has nothing
 * @param makes what comes out of each port, the main one first
 * @param spelling how the call is spelt
 */
record Step(
        String path, Form form, Map<String, Optional<Endpoint>> reads, Map<String, Endpoint> makes, PyTorch spelling) {
    /** What a step calls. */
    enum Form {
        /** A layer: a module or an expression. */
        LAYER,
        /** A group's module. */
        GROUP,
        /** The copies of a group one after another, each with one input and one output. */
        CHAIN,
        /** The copies of a group one after another, each with as many inputs as outputs. */
        LOOP
    }

    Step {
        reads = Collections.unmodifiableMap(new LinkedHashMap<>(reads));
        makes = Collections.unmodifiableMap(new LinkedHashMap<>(makes));
    }

    /** What it reads, in the ports' order. */
    List<Endpoint> values() {
        return reads.values().stream().flatMap(Optional::stream).toList();
    }

    /** What it makes, the main result first. */
    List<Endpoint> results() {
        return List.copyOf(makes.values());
    }
}
