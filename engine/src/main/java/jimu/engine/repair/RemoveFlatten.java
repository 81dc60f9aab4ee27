package jimu.engine.repair;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Link;
import jimu.engine.layer.core.Flatten;

/** Takes a Flatten out that comes before a layer which still needs the axes. */
final class RemoveFlatten implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("window.rank", "window.line", "recurrent.rank", "sequence.shape", "norm.axes");
    }

    @Override
    public List<Repair> propose(Case problem) {
        Optional<Block> before = problem.wire(problem.port())
                .map(Link::from)
                .flatMap(from -> problem.document().graph().block(from.block()));
        return before
                .filter(block -> Case.layer(block)
                        .filter(layer -> layer instanceof Flatten)
                        .isPresent())
                .map(block -> problem.repair("remove", Rewiring.remove(problem.document(), block), block.name()))
                .stream()
                .toList();
    }
}
