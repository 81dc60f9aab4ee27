package jimu.engine.graph;

import java.util.List;

/**
 * A named group of blocks that can be used like one block.
 *
 * @param name unique in the document
 * @param graph the blocks inside
 * @param inputs the group's input ports
 * @param outputs the group's output ports, the main one first
 */
public record Definition(String name, Graph graph, List<Entry> inputs, List<Exit> outputs) {
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
    }
}
