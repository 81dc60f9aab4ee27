package jimu.engine.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;

/** Opens a cycle at a wire that leads back: its end reads what comes before the cycle instead, or nothing. */
final class CutCycle implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("cycle");
    }

    @Override
    public Set<String> tolerates() {
        return Set.of("input.missing");
    }

    @Override
    public List<Repair> propose(Case problem) {
        Document document = problem.document();
        Graph graph = document.graph();
        List<Block> blocks = new ArrayList<>(graph.blocks());
        Set<String> behind = Outputs.behind(graph, problem.id());
        List<Link> around = graph.links().stream()
                .filter(link -> behind.contains(link.from().block())
                        && Outputs.behind(graph, link.to().block()).contains(problem.id()))
                .sorted(Comparator.comparing((Link link) -> leadsOn(graph, blocks, link)))
                .toList();
        List<Repair> repairs = new ArrayList<>();
        for (Link link : around.subList(0, Math.min(2, around.size()))) {
            String from = graph.require(link.from().block()).name();
            String to = graph.require(link.to().block()).name();
            blocks.stream()
                    .filter(block -> !behind.contains(block.id()) && !Outputs.read(graph, block.id()))
                    .flatMap(block -> Outputs.main(document, block).stream())
                    .limit(1)
                    .forEach(output -> repairs.add(problem.repair(
                            "instead",
                            new Edit.Reconnect(link, new Link(output, link.to())),
                            to,
                            graph.require(output.block()).name(),
                            from)));
            repairs.add(problem.repair("open", new Edit.Disconnect(link), from, to));
        }
        return repairs;
    }

    private static boolean leadsOn(Graph graph, List<Block> blocks, Link link) {
        return blocks.indexOf(graph.require(link.from().block()))
                < blocks.indexOf(graph.require(link.to().block()));
    }
}
