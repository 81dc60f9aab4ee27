package jimu.engine.repair;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.layer.Loss;
import jimu.engine.layer.core.Target;
import jimu.engine.shape.TensorType;

/** Gives a Target the shape and type that its loss wants, unless the data say otherwise. */
final class FitTarget implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("loss.target", "loss.pair", "loss.label");
    }

    @Override
    public List<Repair> propose(Case problem) {
        return problem.layer(Loss.class).stream()
                .flatMap(loss -> propose(problem, loss).stream())
                .toList();
    }

    private static Optional<Repair> propose(Case problem, Loss loss) {
        Optional<Block> block = loss.targetPort()
                .flatMap(problem::wire)
                .map(Link::from)
                .flatMap(from -> problem.document().graph().block(from.block()));
        Optional<TensorType> prediction =
                problem.arriving(loss.predictionPorts().get(0));
        if (block.isEmpty()
                || prediction.isEmpty()
                || !(Case.layer(block.get()).orElse(loss) instanceof Target now)
                || said(problem, now)) {
            return Optional.empty();
        }
        return Goal.target(loss, prediction.get().shape(), Optional.empty())
                .map(wanted -> new Target(now.field(), wanted.shape(), 0, wanted.dtype()))
                .map(wanted -> problem.repair(
                        "shape",
                        new Edit.Replace(block.get().withContent(new Content.Of(wanted))),
                        block.get().name(),
                        wanted.batchType()));
    }

    /** Whether the data have the field just so. */
    private static boolean said(Case problem, Target target) {
        return problem.data().stream()
                .flatMap(data -> data.fields().stream())
                .anyMatch(field -> field.name().equals(target.field())
                        && field.type().equals(new TensorType(target.dtype(), target.sampleShape())));
    }
}
