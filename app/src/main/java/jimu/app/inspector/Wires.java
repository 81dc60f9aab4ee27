package jimu.app.inspector;

import java.util.List;
import java.util.Optional;
import jimu.app.text.Texts;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.Link;
import jimu.engine.infer.Inference;
import jimu.engine.shape.TensorType;

/** What flows through a wire. */
final class Wires {
    private Wires() {}

    /** The output of a layer that a wire begins at, whether of its block or deep within a group. */
    static Optional<Endpoint> source(Inference inference, Link link) {
        Optional<Endpoint> direct = inference.graph().blocks().values().stream()
                .filter(block -> block.blocks().equals(List.of(link.from().block())))
                .filter(block -> block.layer().outputs().contains(link.from().port()))
                .map(block -> new Endpoint(block.path(), link.from().port()))
                .findFirst();
        return direct.or(() -> inference.graph().blocks().values().stream()
                .filter(block -> block.blocks().equals(List.of(link.to().block())))
                .flatMap(block -> block.inputs().getOrDefault(link.to().port(), List.of()).stream())
                .filter(endpoint -> starts(inference, endpoint, link.from().block()))
                .findFirst());
    }

    /** The type of a wire in words. */
    static String type(Inference inference, Link link) {
        return source(inference, link)
                .flatMap(inference::type)
                .map(TensorType::toString)
                .orElse(Texts.of("inspector.unknown"));
    }

    private static boolean starts(Inference inference, Endpoint endpoint, String block) {
        return inference
                .graph()
                .block(endpoint.path())
                .map(FlatBlock::blocks)
                .filter(blocks -> blocks.get(0).equals(block))
                .isPresent();
    }
}
