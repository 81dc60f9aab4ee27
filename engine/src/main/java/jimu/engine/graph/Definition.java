package jimu.engine.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 */
public record Definition(
        String name,
        Graph graph,
        List<Entry> inputs,
        List<Exit> outputs,
        Map<String, Position> layout,
        Map<String, Remark> remarks,
        String color) {
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
        this(name, graph, inputs, outputs, Map.of(), Map.of(), "");
    }

    /** The group with other insides; its ports follow what is left of them. */
    Definition withContents(Graph other, Map<String, Position> places, Map<String, Remark> notes) {
        return new Definition(
                name, other, Boundary.entries(this, other), Boundary.exits(this, other), places, notes, color);
    }

    /** The group with other ports. */
    public Definition withPorts(List<Entry> entries, List<Exit> exits) {
        return new Definition(name, graph, entries, exits, layout, remarks, color);
    }

    /** The same group under another name. */
    public Definition withName(String other) {
        return new Definition(other, graph, inputs, outputs, layout, remarks, color);
    }

    /** The same group in another colour. */
    public Definition withColor(String other) {
        return new Definition(name, graph, inputs, outputs, layout, remarks, other);
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
}
