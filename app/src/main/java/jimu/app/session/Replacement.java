package jimu.app.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.FreeName;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Port;

/** Puts a layer of another type into a block: it keeps its wires, and the parameters that both have. */
public final class Replacement {
    private Replacement() {}

    /** The layer of another type with what fits of the parameters of {@code old}. */
    public static Layer layer(Layer old, LayerSchema type) {
        LayerSchema before = LayerCatalog.of(old);
        Layer layer = type.defaults();
        for (Parameter parameter : before.parameters()) {
            if (type.parameter(parameter.name()).isPresent()) {
                layer = with(type, layer, parameter.name(), parameter.get(old));
            }
        }
        return layer;
    }

    private static Layer with(LayerSchema type, Layer layer, String name, Object value) {
        try {
            Layer changed = type.with(layer, Map.of(name, value));
            return type.outOfRange(changed).isEmpty() ? changed : layer;
        } catch (ParameterException e) {
            return layer;
        }
    }

    /** The edit that replaces a block's layer. A name that came from the old type follows the new one. */
    public static Edit of(Document document, Block block, Layer layer) {
        Layer old = ((Content.Of) block.content()).layer();
        boolean named = !block.name().matches(stem(FreeName.of(document.graph(), old)) + "\\d*");
        String name = named ? block.name() : FreeName.of(document.graph(), layer);
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Replace(Block.of(block.id(), name, new Content.Of(layer))));
        Map<String, String> inputs = ports(
                old.inputs().stream().map(Port::name).toList(),
                layer.inputs().stream().map(Port::name).toList());
        Map<String, String> outputs = ports(old.outputs(), layer.outputs());
        for (Link link : document.graph().links()) {
            Optional<PortRef> from = end(link.from(), block, outputs);
            Optional<PortRef> to = end(link.to(), block, inputs);
            if (from.isEmpty() || to.isEmpty()) {
                edits.add(new Edit.Disconnect(link));
            } else if (!link.equals(new Link(from.get(), to.get()))) {
                edits.add(new Edit.Reconnect(link, new Link(from.get(), to.get())));
            }
        }
        return new Edit.Sequence(edits);
    }

    private static String stem(String name) {
        return name.replaceAll("\\d+$", "");
    }

    /** Which port each old one becomes: that of its name, or else the one at its place. */
    private static Map<String, String> ports(List<String> old, List<String> now) {
        Map<String, String> ports = new LinkedHashMap<>();
        for (int i = 0; i < old.size(); i++) {
            String port = old.get(i);
            if (now.contains(port)) {
                ports.put(port, port);
            } else if (i < now.size() && !old.contains(now.get(i))) {
                ports.put(port, now.get(i));
            }
        }
        return ports;
    }

    private static Optional<PortRef> end(PortRef end, Block block, Map<String, String> ports) {
        return end.block().equals(block.id())
                ? Optional.ofNullable(ports.get(end.port())).map(port -> new PortRef(block.id(), port))
                : Optional.of(end);
    }
}
