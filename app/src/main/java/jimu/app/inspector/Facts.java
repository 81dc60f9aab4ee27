package jimu.app.inspector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jimu.app.session.Selection;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.Link;
import jimu.engine.infer.BlockState;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Cause;
import jimu.engine.infer.Causes;
import jimu.engine.infer.Inference;
import jimu.engine.infer.Totals;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.shape.TensorType;

/** What inference knows of the selection, line by line. */
final class Facts {
    private static final String POINT = "• ";

    private Facts() {}

    /** The facts of what is selected, or of the whole network. */
    static List<Fact> of(Inference inference, Selection selection) {
        if (selection.isEmpty()) {
            return inference.graph().blocks().isEmpty() ? List.of() : ofNetwork(inference);
        }
        List<FlatBlock> flat = inference.graph().blocks().values().stream()
                .filter(block -> selection.blocks().contains(block.blocks().get(0)))
                .toList();
        if (selection.blocks().isEmpty()) {
            return selection.links().size() == 1
                    ? ofWire(inference, selection.links().iterator().next())
                    : List.of();
        }
        return selection.single().isPresent() && flat.size() == 1
                ? ofLayer(inference, flat.get(0))
                : sums(inference, flat);
    }

    /** The shape, and how its sizes came about, back to the data. */
    private static List<Fact> ofWire(Inference inference, Link link) {
        List<Fact> facts = new ArrayList<>(fact("inspector.shape", Wires.type(inference, link)));
        Causes causes = Causes.of(inference);
        List<Cause> all = Wires.source(inference, link).stream()
                .flatMap(output -> causes.at(output).stream())
                .flatMap(cause -> causes.chain(cause).stream())
                .toList();
        facts.addAll(origins(all));
        return facts;
    }

    private static List<Fact> origins(List<Cause> causes) {
        String lines = causes.stream()
                .map(Cause::sentence)
                .distinct()
                .map(POINT::concat)
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? List.of() : fact("inspector.origin", lines);
    }

    private static List<Fact> ofNetwork(Inference inference) {
        Totals totals = inference.totals();
        List<Fact> facts = new ArrayList<>();
        facts.addAll(fact(
                "inspector.blocks", Numbers.grouped(inference.graph().blocks().size())));
        facts.addAll(fact("inspector.parameters", Numbers.grouped(totals.parameters())));
        if (totals.buffers() > 0) {
            facts.addAll(fact("inspector.buffers", Numbers.grouped(totals.buffers())));
        }
        facts.addAll(fact("inspector.adds", perSample(totals.multiplyAdds())));
        facts.addAll(fact("inspector.activations", perSample(totals.activations())));
        if (totals.partial()) {
            facts.addAll(fact("inspector.partial", Texts.of("inspector.partial.text")));
        }
        return facts;
    }

    private static List<Fact> ofLayer(Inference inference, FlatBlock block) {
        BlockState state = inference.states().get(block.path());
        if (!(state instanceof Known known)) {
            return state instanceof BlockState.Blocked blocked
                    ? fact("inspector.output", Texts.of("inspector.blocked", names(inference, blocked.by())))
                    : List.of();
        }
        List<Fact> facts = new ArrayList<>();
        List<String> ports = block.layer().inputs().stream()
                .map(port -> port.name())
                .filter(port -> !block.inputs().getOrDefault(port, List.of()).isEmpty())
                .toList();
        for (int i = 0; i < Math.min(ports.size(), known.inputs().size()); i++) {
            String label =
                    ports.size() == 1 ? Texts.of("inspector.input") : Texts.of("inspector.input.of", ports.get(i));
            facts.add(new Fact(label, text(known.inputs().get(i))));
        }
        known.outputs()
                .forEach((port, type) -> facts.add(new Fact(
                        known.outputs().size() == 1
                                ? Texts.of("inspector.output")
                                : Texts.of("inspector.output.of", port),
                        text(type))));
        facts.addAll(origins(Causes.of(inference)
                .at(new Endpoint(block.path(), block.layer().outputs().get(0)))));
        block.sharesWeightsOf().ifPresent(owner -> facts.addAll(fact("inspector.shares", owner)));
        tensors("inspector.parameters", known, ParameterSpec.Kind.PARAMETER).ifPresent(facts::add);
        tensors("inspector.buffers", known, ParameterSpec.Kind.BUFFER).ifPresent(facts::add);
        facts.addAll(fact("inspector.adds", perSample(known.multiplyAdds())));
        return facts;
    }

    private static List<Fact> sums(Inference inference, List<FlatBlock> blocks) {
        List<Known> known = blocks.stream()
                .flatMap(block -> inference.known(block.path()).stream())
                .toList();
        Map<String, Long> parameters = new HashMap<>();
        blocks.forEach(block ->
                inference.known(block.path()).ifPresent(one -> parameters.put(block.weightsPath(), one.trainable())));
        List<Fact> facts = new ArrayList<>();
        facts.addAll(fact("inspector.layers", Numbers.grouped(blocks.size())));
        facts.addAll(fact(
                "inspector.parameters",
                Numbers.grouped(
                        parameters.values().stream().mapToLong(Long::longValue).sum())));
        facts.addAll(fact(
                "inspector.adds",
                perSample(known.stream().mapToLong(Known::multiplyAdds).sum())));
        return facts;
    }

    private static Optional<Fact> tensors(String key, Known known, ParameterSpec.Kind kind) {
        List<ParameterSpec> specs =
                known.parameters().stream().filter(spec -> spec.kind() == kind).toList();
        long count = specs.stream().mapToLong(ParameterSpec::elements).sum();
        String lines = specs.stream()
                .map(spec -> "\n" + Texts.of("inspector.parameter", spec.name(), spec.shape()))
                .collect(Collectors.joining());
        return specs.isEmpty() && kind == ParameterSpec.Kind.BUFFER
                ? Optional.empty()
                : Optional.of(new Fact(Texts.of(key), Numbers.grouped(count) + lines));
    }

    private static String names(Inference inference, Set<String> paths) {
        return new TreeSet<>(paths)
                .stream()
                        .map(path -> inference
                                .graph()
                                .block(path)
                                .map(FlatBlock::label)
                                .orElse(path))
                        .collect(Collectors.joining(", "));
    }

    private static String text(TensorType type) {
        return type.toString();
    }

    private static String perSample(long count) {
        return Texts.of("inspector.each", Numbers.grouped(count));
    }

    private static List<Fact> fact(String key, String value) {
        return List.of(new Fact(Texts.of(key), value));
    }
}
