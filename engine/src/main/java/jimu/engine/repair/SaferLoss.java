package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.layer.Layer;
import jimu.engine.layer.loss.BCEWithLogitsLoss;
import jimu.engine.layer.loss.CrossEntropyLoss;

/**
 * Puts a loss that takes logits in the place of one that takes probabilities, and leaves out the Sigmoid or LogSoftmax before it:
 * inside the loss the two are computed as one, in which no exponential overflows and no logarithm meets 0.
 */
final class SaferLoss implements Remedy {
    private static final Map<String, Layer> SAFER =
            Map.of("BCELoss", new BCEWithLogitsLoss(), "NLLLoss", new CrossEntropyLoss());
    private static final Map<String, Set<String>> BEFORE =
            Map.of("BCELoss", Set.of("Sigmoid"), "NLLLoss", Set.of("LogSoftmax", "Softmax"));

    @Override
    public Set<String> keys() {
        return Set.of("diverged.overflow", "diverged.loss", "diverged.gradient", "diverged.unknown");
    }

    @Override
    public List<Repair> propose(Case problem) {
        if (problem.definition().isPresent()) {
            return List.of();
        }
        Document document = problem.document();
        List<Repair> repairs = new ArrayList<>();
        for (Block loss : document.graph().blocks()) {
            String type = Case.layer(loss).map(Layer::type).orElse("");
            Optional<Layer> safer = Optional.ofNullable(SAFER.get(type));
            Optional<Block> before = document.graph().incoming(loss.id()).stream()
                    .filter(link -> link.to().port().equals("input"))
                    .map(Link::from)
                    .flatMap(from -> document.graph().block(from.block()).stream())
                    .filter(block -> BEFORE.getOrDefault(type, Set.of())
                            .contains(Case.layer(block).map(Layer::type).orElse("")))
                    .findFirst();
            if (safer.isPresent() && before.isPresent()) {
                Edit edit = new Edit.Sequence(List.of(
                        new Edit.Replace(loss.withContent(new Content.Of(safer.get()))),
                        Rewiring.remove(document, before.get())));
                repairs.add(problem.repair(
                        "safer", edit, safer.get().type(), before.get().name(), type));
            }
        }
        return repairs;
    }
}
