package jimu.engine.repair;

import java.util.stream.Collectors;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;

/** Layers in a few words. */
final class Spelling {
    private Spelling() {}

    /** Type and parameters that are not the defaults: {@code Conv2d (out_channels 8, kernel_size 1)}. */
    static String of(Layer layer) {
        LayerSchema schema = LayerCatalog.of(layer);
        String settings = schema.parameters().stream()
                .filter(parameter -> !parameter.get(layer).equals("auto"))
                .filter(parameter ->
                        parameter.required() || !parameter.get(layer).equals(parameter.defaultValue()))
                .map(parameter -> parameter.name() + " " + parameter.get(layer))
                .collect(Collectors.joining(", "));
        return settings.isEmpty() ? layer.type() : layer.type() + " (" + settings + ")";
    }
}
