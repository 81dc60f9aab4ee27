package jimu.engine.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.layer.Loss;
import jimu.engine.layer.core.Target;

/** Connects an open input to what most likely belongs there: outputs that nothing reads first, then the nearest before the block. */
final class ConnectSource implements Remedy {
    private static final int TRIES = 6;

    @Override
    public Set<String> keys() {
        return Set.of("input.missing", "attention.pair");
    }

    @Override
    public List<Repair> propose(Case problem) {
        Document document = problem.document();
        Graph graph = document.graph();
        String port = open(problem);
        boolean target = wantsTarget(problem, port);
        Set<String> behind = Outputs.behind(graph, problem.id());
        List<Block> blocks = new ArrayList<>(graph.blocks());
        int own = blocks.indexOf(graph.require(problem.id()));
        Comparator<Block> order = Comparator.<Block, Boolean>comparing(block -> Outputs.read(graph, block.id()))
                .thenComparing(block -> distance(blocks.indexOf(block), own));
        Stream<PortRef> alike = problem.wire(port.equals("value") ? "key" : "value").map(Link::from).stream();
        Stream<PortRef> others = blocks.stream()
                .filter(block -> !behind.contains(block.id()) && isTarget(block) == target)
                .sorted(order)
                .flatMap(block -> Outputs.main(document, block).stream());
        return Stream.concat(alike, others)
                .distinct()
                .limit(TRIES)
                .map(from -> connect(problem, from, port))
                .toList();
    }

    /** The port without a wire: the one that the problem names, or else that of key and value which lacks it. */
    private static String open(Case problem) {
        return problem.problem().arguments().stream()
                .findFirst()
                .orElse(problem.wire("key").isPresent() ? "value" : "key");
    }

    private static Repair connect(Case problem, PortRef from, String port) {
        Link link = new Link(from, new PortRef(problem.id(), port));
        String name = problem.document().graph().require(from.block()).name();
        return problem.repair("connect", new Edit.Connect(link), name, port);
    }

    /** What lies before the block in the document's order comes before what lies behind it. */
    private static int distance(int index, int own) {
        return index < own ? own - index : own + index;
    }

    private static boolean isTarget(Block block) {
        return Case.layer(block).filter(Target.class::isInstance).isPresent();
    }

    private static boolean wantsTarget(Case problem, String port) {
        return problem.layer()
                .filter(layer -> layer instanceof Loss loss && loss.targetPort().equals(Optional.of(port)))
                .isPresent();
    }
}
