package jimu.engine.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.layer.Problem;

/**
 * A document's network with all definitions flattened; what inference, weights, plans and exports know.
 *
 * @param blocks the layers by path, in the document's order
 * @param misplaced what was wrong with the document itself, such as a name that is not unique
 * @param groups the groups that were flattened, by path, each before those inside it
 */
public record FlatGraph(Map<String, FlatBlock> blocks, List<Misplaced> misplaced, Map<String, FlatGroup> groups) {
    /** A problem of a block that expansion found; the path may stand for a whole group. */
    public record Misplaced(String path, List<String> blocks, String label, Problem problem) {
        public Misplaced {
            blocks = List.copyOf(blocks);
        }
    }

    public FlatGraph {
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
        misplaced = List.copyOf(misplaced);
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    /** A graph without groups. */
    public FlatGraph(Map<String, FlatBlock> blocks, List<Misplaced> misplaced) {
        this(blocks, misplaced, Map.of());
    }

    /** The layer at {@code path}, if there is one. */
    public Optional<FlatBlock> block(String path) {
        return Optional.ofNullable(blocks.get(path));
    }

    /** The layer at {@code path}. Throws IllegalArgumentException if there is none. */
    public FlatBlock require(String path) {
        return block(path).orElseThrow(() -> new IllegalArgumentException("No layer at the path " + path));
    }

    /** The paths of all layers on a way to these outputs, those of the outputs first. */
    public Set<String> leadingTo(Collection<FlatBlock.Endpoint> outputs) {
        Set<String> paths = new LinkedHashSet<>();
        Deque<FlatBlock.Endpoint> open = new ArrayDeque<>(outputs);
        while (!open.isEmpty()) {
            String path = open.remove().path();
            if (paths.add(path)) {
                require(path).inputs().values().forEach(open::addAll);
            }
        }
        return paths;
    }
}
