package jimu.engine.repair;

import java.util.List;
import java.util.Set;

/** Takes out a block that cannot do anything where it is. */
final class RemoveBlock implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("definition.missing", "definition.recursive", "definition.deep", "norm.single");
    }

    @Override
    public List<Repair> propose(Case problem) {
        return problem.block().stream()
                .map(block -> problem.repair("remove", Rewiring.remove(problem.document(), block), block.name()))
                .toList();
    }
}
