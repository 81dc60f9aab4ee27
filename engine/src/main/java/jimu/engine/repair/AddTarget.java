package jimu.engine.repair;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Edit;
import jimu.engine.graph.FreeName;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.layer.Loss;
import jimu.engine.layer.core.Target;

/** Adds the Target that a loss lacks. */
final class AddTarget implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("input.missing");
    }

    @Override
    public List<Repair> propose(Case problem) {
        return problem.layer(Loss.class).stream()
                .flatMap(loss -> propose(problem, loss))
                .toList();
    }

    private static Stream<Repair> propose(Case problem, Loss loss) {
        String port = problem.problem().arguments().get(0);
        Optional<Target> target = problem.data()
                .flatMap(Goal::field)
                .map(Goal::target)
                .or(() -> problem.arriving(loss.predictionPorts().get(0))
                        .flatMap(prediction -> Goal.target(loss, prediction.shape(), problem.data())));
        return loss.targetPort().filter(port::equals).flatMap(wanted -> target).stream()
                .map(layer -> add(problem, layer, port));
    }

    private static Repair add(Case problem, Target layer, String port) {
        Graph graph = problem.document().graph();
        Block block = Block.of(graph.freeId(), FreeName.of(graph, layer), new Content.Of(layer));
        Link link = Link.of(block.id(), layer.outputs().get(0), problem.id(), port);
        Edit edit = new Edit.AddBlocks(List.of(block), List.of(link), Map.of());
        return problem.repair("target", edit, layer.batchType());
    }
}
