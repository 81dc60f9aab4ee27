package jimu.engine.repair;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.layer.core.Reshape;

/** Gives one number a sample a second axis before a product of matrices, or lets that read an output which is a matrix. */
final class MakeMatrix implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("matmul.rank");
    }

    @Override
    public List<Repair> propose(Case problem) {
        List<Repair> repairs = new ArrayList<>();
        boolean line = problem.arriving()
                .filter(type -> type.shape().rank() == 1 && type.shape().batched())
                .isPresent();
        if (line) {
            repairs.add(problem.insert(problem.port(), new Reshape(List.of(1))));
        }
        problem.wire(problem.port()).ifPresent(wire -> repairs.addAll(others(problem, wire)));
        return repairs;
    }

    private static List<Repair> others(Case problem, Link wire) {
        Document document = problem.document();
        Set<String> behind = Outputs.behind(document.graph(), problem.id());
        List<Block> blocks = new ArrayList<>(document.graph().blocks());
        Collections.reverse(blocks);
        return blocks.stream()
                .filter(block -> !behind.contains(block.id()))
                .flatMap(block -> Outputs.main(document, block).stream())
                .filter(output -> problem.type(output)
                        .filter(type ->
                                type.dtype().isFloating() && type.shape().rank() >= 2)
                        .isPresent())
                .flatMap(output -> instead(problem, wire, output))
                .toList();
    }

    private static Stream<Repair> instead(Case problem, Link wire, PortRef output) {
        Document document = problem.document();
        return problem.block().stream()
                .map(block -> problem.repair(
                        "instead",
                        new Edit.Reconnect(wire, new Link(output, wire.to())),
                        block.name(),
                        document.graph().require(output.block()).name(),
                        document.graph().require(wire.from().block()).name()));
    }
}
