package jimu.engine.repair;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.layer.Loss;

/** The outputs in a graph that something may be wired to. */
final class Outputs {
    private Outputs() {}

    /** The main output of a block, unless it has none or is a loss. */
    static Optional<PortRef> main(Document document, Block block) {
        if (block.content() instanceof Content.Of of) {
            return of.layer() instanceof Loss || of.layer().outputs().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PortRef(block.id(), of.layer().outputs().get(0)));
        }
        return Optional.of(block.content())
                .filter(Content.Use.class::isInstance)
                .map(use -> document.definitions().get(((Content.Use) use).definition()))
                .flatMap(definition -> definition.outputs().stream().findFirst())
                .map(exit -> new PortRef(block.id(), exit.port()));
    }

    /** Whether something reads an output of the block. */
    static boolean read(Graph graph, String block) {
        return graph.links().stream().anyMatch(link -> link.from().block().equals(block));
    }

    /** The block and all that its outputs lead to. */
    static Set<String> behind(Graph graph, String block) {
        Set<String> reached = new HashSet<>(Set.of(block));
        Deque<String> open = new ArrayDeque<>(List.of(block));
        while (!open.isEmpty()) {
            String at = open.remove();
            for (Link link : graph.links()) {
                if (link.from().block().equals(at) && reached.add(link.to().block())) {
                    open.add(link.to().block());
                }
            }
        }
        return reached;
    }
}
