package jimu.engine.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.graph.FlatBlock.Endpoint;

/**
 * One copy of a group in an expanded document, so that what is flat can still be told as groups.
 *
 * @param path what the paths inside begin with: {@code stage1}, or {@code stage1.0} for the first of several copies
 * @param blocks the ids of the blocks around it and that of its use, outermost first
 * @param definition what it is a use of
 * @param repeat how many copies its use has
 * @param inputs what is wired to each of the definition's input ports
 * @param outputs what each of the definition's output ports shows; one that shows nothing is absent
 */
public record FlatGroup(
        String path,
        List<String> blocks,
        Definition definition,
        int repeat,
        Map<String, List<Endpoint>> inputs,
        Map<String, Endpoint> outputs) {
    public FlatGroup {
        blocks = List.copyOf(blocks);
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** The path of all copies together: {@code stage1}. */
    public String usePath() {
        return repeat == 1 ? path : path.substring(0, path.lastIndexOf('.'));
    }

    /** The input port that feeds a port of a block inside. */
    public Optional<String> entry(PortRef inside) {
        return definition.inputs().stream()
                .filter(entry -> entry.feeds().contains(inside))
                .map(Definition.Entry::port)
                .findFirst();
    }
}
