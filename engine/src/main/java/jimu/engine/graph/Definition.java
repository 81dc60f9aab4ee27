package jimu.engine.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A named group of blocks that can be used like one block.
 *
 * @param name unique in the document
 * @param graph the blocks inside
 * @param inputs the group's input ports
 * @param outputs the group's output ports, the main one first
 * @param layout the places of the blocks inside, by id; one that is missing follows from the wires
 * @param remarks the notes and frames inside, by id
 * @param color the name of its colour, one of {@link Remark#COLORS}; empty for the usual one
 * @param origin the block of a person's own that it follows; empty for a group of this document alone
 */
public record Definition(
        String name,
        Graph graph,
        List<Entry> inputs,
        List<Exit> outputs,
        Map<String, Position> layout,
        Map<String, Remark> remarks,
        String color,
        Optional<Origin> origin) {
    /** An input port and the ports inside that it feeds. */
    public record Entry(String port, List<PortRef> feeds) {
        public Entry {
            feeds = List.copyOf(feeds);
        }
    }

    /** An output port and the port inside that it shows. */
    public record Exit(String port, PortRef shows) {}

    public Definition {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        layout = Collections.unmodifiableMap(Columns.complete(graph, layout));
        remarks = Collections.unmodifiableMap(new LinkedHashMap<>(remarks));
    }

    /** A group that nobody arranged yet. */
    public Definition(String name, Graph graph, List<Entry> inputs, List<Exit> outputs) {
        this(name, graph, inputs, outputs, Map.of(), Map.of(), "", Optional.empty());
    }

    /** The group with other insides; its ports follow what is left of them. */
    Definition withContents(Graph other, Map<String, Position> places, Map<String, Remark> notes) {
        return new Definition(
                name, other, Boundary.entries(this, other), Boundary.exits(this, other), places, notes, color, origin);
    }

    /** The group with other ports. */
    public Definition withPorts(List<Entry> entries, List<Exit> exits) {
        return withInsides(graph, entries, exits);
    }

    /** The same group under another name. */
    public Definition withName(String other) {
        return new Definition(other, graph, inputs, outputs, layout, remarks, color, origin);
    }

    /** The same group in another colour. */
    public Definition withColor(String other) {
        return new Definition(name, graph, inputs, outputs, layout, remarks, other, origin);
    }

    /** The same group, following a block of a person's own, or none. */
    public Definition withOrigin(Optional<Origin> other) {
        return new Definition(name, graph, inputs, outputs, layout, remarks, color, other);
    }

    /** The group with another graph of the same blocks, and other ports. */
    Definition withInsides(Graph other, List<Entry> entries, List<Exit> exits) {
        return new Definition(name, other, entries, exits, layout, remarks, color, origin);
    }

    /** Whether it is {@code other} but for the look. */
    public boolean sameNetwork(Definition other) {
        return graph.equals(other.graph) && inputs.equals(other.inputs) && outputs.equals(other.outputs);
    }

    /** The name of each definition that its blocks use. */
    public Set<String> uses() {
        return uses(graph);
    }

    /** The name of each definition that the blocks of a graph use. */
    public static Set<String> uses(Graph graph) {
        Set<String> names = new LinkedHashSet<>();
        graph.blocks().forEach(block -> {
            if (block.content() instanceof Content.Use use) {
                names.add(use.definition());
            }
        });
        return names;
    }

    /** The definitions that a graph uses, and those that these use in turn, so far as they are there; what is used comes first. */
    public static Map<String, Definition> reached(Graph graph, Map<String, Definition> all) {
        Map<String, Definition> reached = new LinkedHashMap<>();
        reach(graph, all, reached, new LinkedHashSet<>());
        return reached;
    }

    private static void reach(
            Graph graph, Map<String, Definition> all, Map<String, Definition> reached, Set<String> underWay) {
        for (String name : uses(graph)) {
            Definition used = all.get(name);
            if (used != null && underWay.add(name)) {
                reach(used.graph(), all, reached, underWay);
                reached.put(name, used);
            }
        }
    }
}
