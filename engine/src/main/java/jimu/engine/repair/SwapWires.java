package jimu.engine.repair;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.layer.Loss;

/** Swaps prediction and target of a loss. */
final class SwapWires implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("type", "loss.target", "loss.pair", "loss.logits", "loss.vectors", "loss.label");
    }

    @Override
    public List<Repair> propose(Case problem) {
        Optional<Loss> loss = problem.layer(Loss.class);
        String port = loss.map(one -> one.predictionPorts().get(0)).orElse("");
        Optional<Link> prediction = problem.wire(port);
        Optional<Link> target = loss.flatMap(Loss::targetPort).flatMap(problem::wire);
        if (prediction.isEmpty() || target.isEmpty()) {
            return List.of();
        }
        Link one = prediction.get();
        Link other = target.get();
        Edit edit = new Edit.Sequence(List.of(
                new Edit.Disconnect(one),
                new Edit.Disconnect(other),
                new Edit.Connect(new Link(other.from(), one.to())),
                new Edit.Connect(new Link(one.from(), other.to()))));
        return List.of(problem.repair("swap", edit, port, other.to().port()));
    }
}
