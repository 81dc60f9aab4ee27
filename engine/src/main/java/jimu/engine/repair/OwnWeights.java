package jimu.engine.repair;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Edit;

/** Lets a block that cannot share another's weights have its own. */
final class OwnWeights implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("share.owner", "share.gone", "share.shapes");
    }

    @Override
    public List<Repair> propose(Case problem) {
        return problem.block().stream()
                .map(block -> problem.repair("own", new Edit.ShareWeights(block.id(), Optional.empty())))
                .toList();
    }
}
