package jimu.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.app.session.Selection;
import jimu.app.text.Texts;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.Link;
import jimu.engine.infer.BlockState;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;

/**
 * What a selection has to be looked at.
 *
 * @param choices the tensors, parameters first
 * @param missing why there are none, with what to do; empty if there are some
 */
record TensorOffer(List<TensorChoice> choices, String missing) {
    TensorOffer {
        choices = List.copyOf(choices);
    }

    static TensorOffer of(Inference inference, Selection selection) {
        if (selection.isEmpty()) {
            return none(Texts.of("tensors.none"));
        }
        Optional<String> block = selection.single();
        if (block.isPresent()) {
            return ofBlock(inference, block.get());
        } else if (selection.blocks().isEmpty() && selection.links().size() == 1) {
            return ofWire(inference, selection.links().iterator().next());
        }
        return none(Texts.of("tensors.several"));
    }

    private static TensorOffer none(String why) {
        return new TensorOffer(List.of(), why);
    }

    private static TensorOffer ofBlock(Inference inference, String id) {
        List<FlatBlock> layers = inference.graph().blocks().values().stream()
                .filter(flat -> flat.blocks().get(0).equals(id))
                .toList();
        List<TensorChoice> choices = new ArrayList<>();
        for (FlatBlock layer : layers) {
            String prefix = layer.blocks().size() == 1
                    ? ""
                    : layer.path().substring(layer.path().indexOf('.') + 1) + ".";
            inference.known(layer.path()).ifPresent(known -> {
                known.parameters()
                        .forEach(spec -> choices.add(TensorChoice.Held.of(prefix + spec.name(), layer, spec)));
                known.outputs()
                        .forEach((port, type) -> choices.add(
                                new TensorChoice.Output(prefix + port, new Endpoint(layer.path(), port), type)));
            });
        }
        return choices.isEmpty() ? none(why(inference, id, layers)) : new TensorOffer(choices, "");
    }

    private static TensorOffer ofWire(Inference inference, Link link) {
        Optional<TensorChoice> carried = inference.graph().blocks().values().stream()
                .filter(flat -> flat.blocks().equals(List.of(link.to().block())))
                .flatMap(flat -> flat.inputs().getOrDefault(link.to().port(), List.of()).stream())
                .filter(endpoint -> inference
                        .graph()
                        .require(endpoint.path())
                        .blocks()
                        .get(0)
                        .equals(link.from().block()))
                .findFirst()
                .or(() -> begins(inference, link))
                .flatMap(endpoint ->
                        inference.type(endpoint).map(type -> new TensorChoice.Output(endpoint.port(), endpoint, type)));
        return carried.map(choice -> new TensorOffer(List.of(choice), ""))
                .orElseGet(
                        () -> ofBlock(inference, link.from().block()).choices().isEmpty()
                                ? ofBlock(inference, link.from().block())
                                : none(Texts.of("tensors.wire")));
    }

    private static Optional<Endpoint> begins(Inference inference, Link link) {
        return inference.graph().blocks().values().stream()
                .filter(flat -> flat.blocks().equals(List.of(link.from().block())))
                .map(flat -> new Endpoint(flat.path(), link.from().port()))
                .findFirst();
    }

    /** The block's own problem, or that of a layer before it. */
    private static String why(Inference inference, String id, List<FlatBlock> layers) {
        Optional<Finding> own = inference.findings().stream()
                .filter(finding ->
                        !finding.blocks().isEmpty() && finding.blocks().get(0).equals(id))
                .findFirst();
        if (own.isPresent()) {
            return own.get().advice();
        }
        return layers.stream()
                .map(layer -> culprit(inference, layer.path(), inference.order().size()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(finding -> Texts.of("tensors.blocked", finding.advice()))
                .orElse(Texts.of("tensors.unknown"));
    }

    private static Optional<Finding> culprit(Inference inference, String path, int steps) {
        if (steps > 0 && inference.states().get(path) instanceof BlockState.Blocked blocked) {
            return blocked.by().stream()
                    .sorted()
                    .map(before -> culprit(inference, before, steps - 1))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return inference.findings().stream()
                .filter(finding -> finding.path().equals(path))
                .findFirst();
    }
}
