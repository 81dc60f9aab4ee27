package jimu.engine.repair;

import java.util.List;
import java.util.Set;
import jimu.engine.graph.Edit;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.ParameterKind;

/** Lets a pinned size follow the input again. */
final class FollowInput implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of(
                "linear.pinned",
                "conv.pinned",
                "norm.pinned",
                "groupnorm.pinned",
                "recurrent.pinned",
                "sequence.pinned");
    }

    @Override
    public List<Repair> propose(Case problem) {
        return problem.layer().stream()
                .flatMap(layer -> LayerCatalog.of(layer).parameters().stream()
                        .filter(parameter -> parameter.kind() == ParameterKind.SIZE)
                        .filter(parameter -> !parameter.get(layer).equals("auto")))
                .map(parameter -> problem.repair(
                        "follow", new Edit.SetParameter(problem.id(), parameter.name(), "auto"), parameter.name()))
                .toList();
    }
}
