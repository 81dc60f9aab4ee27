package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Parameter;

/** Lets the layer that determines how many numbers arrive give as many as are needed. */
final class GiveSize implements Remedy {
    private static final List<String> SIZES = List.of("out_features", "out_channels", "hidden_size", "embedding_dim");
    private static final int FAR = 24;

    @Override
    public Set<String> keys() {
        return Set.of(
                "linear.pinned",
                "conv.pinned",
                "norm.pinned",
                "groupnorm.pinned",
                "recurrent.pinned",
                "sequence.pinned",
                "merge.shapes",
                "loss.pair",
                "loss.alike",
                "data.classes");
    }

    @Override
    public List<Repair> propose(Case problem) {
        List<Repair> repairs = new ArrayList<>();
        String port = problem.problem().key().equals("loss.pair")
                        || problem.problem().key().equals("data.classes")
                ? problem.layer(Loss.class)
                        .map(loss -> loss.predictionPorts().get(0))
                        .orElse("")
                : problem.port();
        give(problem, port, Needed.of(problem)).ifPresent(repairs::add);
        if (problem.problem().key().equals("merge.shapes")) {
            OptionalInt other = problem.arriving().map(Needed::width).orElse(OptionalInt.empty());
            give(problem, "input1", other).ifPresent(repairs::add);
        }
        return repairs;
    }

    private static Optional<Repair> give(Case problem, String port, OptionalInt size) {
        Optional<Block> giver = giver(problem, port);
        if (giver.isEmpty() || size.isEmpty()) {
            return Optional.empty();
        }
        long number = size.getAsInt();
        return parameter(giver.get())
                .map(name -> problem.repair(
                        "set.at",
                        new Edit.SetParameter(giver.get().id(), name, number),
                        name,
                        giver.get().name(),
                        number));
    }

    /** The last block on the one way to the port whose layer says how many numbers go on. */
    private static Optional<Block> giver(Case problem, String port) {
        Graph graph = problem.document().graph();
        Optional<Link> wire = problem.wire(port);
        for (int steps = 0; wire.isPresent() && steps < FAR; steps++) {
            Block block = graph.require(wire.get().from().block());
            if (parameter(block).isPresent()) {
                return Optional.of(block);
            }
            List<Link> before = graph.incoming(block.id());
            wire = before.size() == 1 && Case.layer(block).isPresent() ? Optional.of(before.get(0)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> parameter(Block block) {
        return Case.layer(block)
                .flatMap(layer -> LayerCatalog.of(layer).parameters().stream()
                        .map(Parameter::name)
                        .filter(SIZES::contains)
                        .findFirst());
    }
}
