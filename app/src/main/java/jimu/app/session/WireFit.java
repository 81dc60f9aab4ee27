package jimu.app.session;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.app.session.LinkCheck.Fits;
import jimu.app.session.LinkCheck.Marked;
import jimu.app.session.LinkCheck.Refused;
import jimu.app.text.Texts;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.PortRef;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.infer.Supposition;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Port;
import jimu.engine.layer.core.Target;

/** Says of layers whether a new block of one would do on a loose wire, by trying each of its ports. */
public final class WireFit {
    private static final String NEW = "?";

    private final Inference inference;
    private final LooseWire wire;
    private final Map<String, String> paths = new HashMap<>();

    /**
     * How a layer does, and by which ports.
     *
     * @param check whether it fits
     * @param input the port that the wire leads into, if it leads there
     * @param output the port that the wire leads out of, if it leads on
     */
    public record Fit(LinkCheck check, Optional<String> input, Optional<String> output) {}

    /** Fits for a wire in the network of an inference. */
    public WireFit(Inference inference, LooseWire wire) {
        this.inference = inference;
        this.wire = wire;
        for (FlatBlock block : inference.graph().blocks().values()) {
            if (block.blocks().size() == 1) {
                paths.put(block.blocks().get(0), block.path());
            }
        }
    }

    /** How a layer would do. */
    public Fit of(Layer layer) {
        List<String> outputs = layer instanceof Loss ? List.of() : layer.outputs();
        if (wire.to().isPresent() && outputs.isEmpty()) {
            return new Fit(new Refused(Texts.of("link.no.output", layer.type())), Optional.empty(), Optional.empty());
        }
        Optional<String> output = wire.to().flatMap(to -> outputs.stream().findFirst());
        if (wire.from().isEmpty()) {
            return new Fit(new Fits(Optional.empty()), Optional.empty(), output);
        }
        Optional<Fit> best = Optional.empty();
        for (Port port : inputs(layer, wire.from().get())) {
            Fit fit = new Fit(check(layer, port, wire.from().get()), Optional.of(port.name()), output);
            if (fit.check() instanceof Fits) {
                return fit;
            }
            best = best.isPresent() ? best : Optional.of(fit);
        }
        return best.orElseGet(() ->
                new Fit(new Refused(Texts.of("link.no.input", layer.type())), Optional.empty(), Optional.empty()));
    }

    /** The ports that nothing works without, as they are tried: what is to be learnt goes to a loss's port for it first. */
    private List<Port> inputs(Layer layer, PortRef from) {
        boolean target = layer instanceof Loss
                && inference
                        .graph()
                        .block(paths.getOrDefault(from.block(), ""))
                        .filter(block -> block.layer() instanceof Target)
                        .isPresent();
        List<String> predictions = layer instanceof Loss loss ? loss.predictionPorts() : List.of();
        return layer.inputs().stream()
                .filter(port -> !port.optional())
                .sorted(Comparator.comparing(port -> target && predictions.contains(port.name())))
                .toList();
    }

    private LinkCheck check(Layer layer, Port port, PortRef from) {
        String path = paths.get(from.block());
        if (path == null) {
            return new Fits(Optional.empty());
        }
        Map<String, List<Endpoint>> inputs = Map.of(port.name(), List.of(new Endpoint(path, from.port())));
        Supposition after =
                ShapeInference.suppose(inference, new FlatBlock(NEW, List.of(NEW), layer, inputs, Optional.empty()));
        Optional<Finding> wrong = after.findings().stream()
                .filter(finding -> !finding.problem().key().equals("input.missing"))
                .findFirst();
        if (wrong.isPresent()) {
            return new Marked(wrong.get().message());
        }
        return new Fits(
                after.state() instanceof Known known && !known.outputs().isEmpty()
                        ? Optional.of(known.output())
                        : Optional.empty());
    }
}
