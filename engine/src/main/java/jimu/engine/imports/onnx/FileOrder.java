package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import jimu.engine.graph.Block;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;

/**
 * The order of a file.
 *
 * @param ranks where each block, or the first one in a group, stands there
 */
record FileOrder(Map<String, Integer> ranks) {
    private int rank(String id) {
        return ranks.getOrDefault(id, Integer.MAX_VALUE);
    }

    /** The graph with its blocks in the file's order, except that each comes behind what it reads, and the links likewise. */
    Graph sorted(Graph graph) {
        Map<String, Integer> waiting = new HashMap<>();
        Map<String, List<String>> readers = new HashMap<>();
        graph.links().forEach(link -> {
            waiting.merge(link.to().block(), 1, Integer::sum);
            readers.computeIfAbsent(link.from().block(), id -> new ArrayList<>())
                    .add(link.to().block());
        });
        PriorityQueue<String> ready = new PriorityQueue<>(Comparator.comparing(this::rank));
        graph.blocks().stream()
                .map(Block::id)
                .filter(id -> !waiting.containsKey(id))
                .forEach(ready::add);
        List<Block> blocks = new ArrayList<>();
        while (!ready.isEmpty()) {
            String id = ready.remove();
            blocks.add(graph.require(id));
            for (String reader : readers.getOrDefault(id, List.of())) {
                if (waiting.merge(reader, -1, Integer::sum) == 0) {
                    ready.add(reader);
                }
            }
        }
        List<Link> links = new ArrayList<>();
        blocks.forEach(block -> links.addAll(graph.incoming(block.id())));
        return Graph.of(blocks, links);
    }

    /** The definition with its blocks in order, and with their numbers there as ids: what is alike becomes equal. */
    Definition numbered(Definition definition) {
        Graph graph = sorted(definition.graph());
        Map<String, String> ids = new HashMap<>();
        graph.blocks().forEach(block -> ids.put(block.id(), "b" + (ids.size() + 1)));
        List<Block> blocks = new ArrayList<>();
        for (Block block : graph.blocks()) {
            Optional<String> owner = block.sharesWeightsOf().map(id -> ids.getOrDefault(id, id));
            blocks.add(new Block(ids.getOrDefault(block.id(), block.id()), block.name(), block.content(), owner));
        }
        List<Link> links = graph.links().stream()
                .map(link -> new Link(numbered(link.from(), ids), numbered(link.to(), ids)))
                .toList();
        return new Definition(
                definition.name(),
                Graph.of(blocks, links),
                definition.inputs().stream()
                        .map(entry -> new Definition.Entry(
                                entry.port(),
                                entry.feeds().stream()
                                        .map(port -> numbered(port, ids))
                                        .toList()))
                        .toList(),
                definition.outputs().stream()
                        .map(exit -> new Definition.Exit(exit.port(), numbered(exit.shows(), ids)))
                        .toList());
    }

    private static PortRef numbered(PortRef port, Map<String, String> ids) {
        return new PortRef(ids.getOrDefault(port.block(), port.block()), port.port());
    }
}
