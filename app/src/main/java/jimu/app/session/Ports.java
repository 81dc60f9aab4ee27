package jimu.app.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.layer.Port;

/**
 * The names of the ports that a block shows, whether it holds a layer or uses a definition: of spare inputs only as many as are in
 * use, and one more.
 *
 * @param inputs in order
 * @param outputs in order, the main one first
 */
public record Ports(List<String> inputs, List<String> outputs) {
    public Ports {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** The ports of a block; none where its definition is missing. */
    public static Ports of(Document document, Block block) {
        if (block.content() instanceof Content.Of of) {
            Set<String> connected = document.graph().incoming(block.id()).stream()
                    .map(link -> link.to().port())
                    .collect(Collectors.toSet());
            return new Ports(
                    Port.shown(of.layer().inputs(), connected).stream()
                            .map(Port::name)
                            .toList(),
                    of.layer().outputs());
        }
        return Optional.of(block.content())
                .filter(Content.Use.class::isInstance)
                .map(use -> document.definitions().get(((Content.Use) use).definition()))
                .map(definition -> new Ports(
                        definition.inputs().stream().map(Definition.Entry::port).toList(),
                        definition.outputs().stream().map(Definition.Exit::port).toList()))
                .orElse(new Ports(List.of(), List.of()));
    }

    /** The names on one side. */
    public List<String> on(PortEnd.Side side) {
        return side == PortEnd.Side.INPUT ? inputs : outputs;
    }
}
