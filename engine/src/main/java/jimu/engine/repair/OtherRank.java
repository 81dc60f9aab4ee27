package jimu.engine.repair;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Content;
import jimu.engine.graph.Edit;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterException;

/** Makes a layer for lines of one for pictures or the other way round, with the parameters that both have. */
final class OtherRank implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("window.rank", "window.line", "norm.axes");
    }

    @Override
    public List<Repair> propose(Case problem) {
        return problem
                .layer()
                .flatMap(layer -> other(layer.type()).map(schema -> taken(layer, schema)))
                .flatMap(layer -> problem.block()
                        .map(block -> problem.repair(
                                "type", new Edit.Replace(block.withContent(new Content.Of(layer))), layer.type())))
                .stream()
                .toList();
    }

    private static Optional<LayerSchema> other(String type) {
        return type.endsWith("1d") || type.endsWith("2d")
                ? LayerCatalog.find(type.substring(0, type.length() - 2) + (type.endsWith("1d") ? "2d" : "1d"))
                : Optional.empty();
    }

    private static Layer taken(Layer old, LayerSchema schema) {
        Layer layer = schema.defaults();
        for (Parameter parameter : LayerCatalog.of(old).parameters()) {
            layer = with(schema, layer, parameter.name(), parameter.get(old));
        }
        return layer;
    }

    private static Layer with(LayerSchema schema, Layer layer, String name, Object value) {
        try {
            return schema.with(layer, Map.of(name, value));
        } catch (ParameterException e) {
            return layer;
        }
    }
}
