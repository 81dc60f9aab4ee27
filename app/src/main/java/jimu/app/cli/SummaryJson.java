package jimu.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.OptionalLong;
import jimu.engine.infer.Footprint;
import jimu.engine.infer.LayerSummary;
import jimu.engine.infer.NetworkSummary;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** A summary for programs; what is not known is null, a size that depends on the batch a text such as {@code "N"}. */
final class SummaryJson {
    private SummaryJson() {}

    static ObjectNode of(NetworkSummary summary, Path file) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", file.toString());
        put(node, "batch", summary.batch());
        ArrayNode layers = node.putArray("layers");
        summary.layers().forEach(layer -> write(layer, layers.addObject()));
        Footprint footprint = summary.footprint();
        node.putObject("totals")
                .put("parameters", summary.parameters())
                .put("trainable_parameters", summary.parameters())
                .put("buffers", summary.buffers())
                .put("multiply_adds", summary.multiplyAdds())
                .put("flops", summary.flops())
                .put("input_bytes", footprint.inputs())
                .put("forward_backward_bytes", footprint.forwardBackward())
                .put("parameter_bytes", footprint.parameters())
                .put("total_bytes", footprint.total())
                .put("partial", summary.partial());
        return node;
    }

    /** Writes the sizes of a shape. */
    static void write(TensorShape shape, ArrayNode sizes) {
        for (Dim dim : shape.dims()) {
            if (dim.batched()) {
                sizes.add(dim.toString());
            } else {
                sizes.add(dim.factor());
            }
        }
    }

    private static void write(LayerSummary layer, ObjectNode node) {
        node.put("name", layer.block().path()).put("type", layer.block().layer().type());
        layer.outputs().values().stream()
                .findFirst()
                .ifPresentOrElse(
                        main -> write(main, node),
                        () -> node.putNull("output_shape").putNull("output_dtype"));
        if (layer.outputs().size() > 1) {
            ObjectNode all = node.putObject("outputs");
            layer.outputs().forEach((port, type) -> write(type.shape(), all.putArray(port)));
        }
        put(node, "parameters", layer.parameters());
        put(node, "buffers", layer.buffers());
        put(node, "multiply_adds", layer.multiplyAdds());
        put(node, "flops", layer.flops());
        put(node, "output_bytes", layer.bytes());
        layer.block().sharesWeightsOf().ifPresent(owner -> node.put("shares_weights_of", owner));
    }

    private static void write(TensorType type, ObjectNode node) {
        write(type.shape(), node.putArray("output_shape"));
        node.put("output_dtype", type.dtype().label());
    }

    private static void put(ObjectNode node, String name, OptionalLong count) {
        count.ifPresentOrElse(number -> node.put(name, number), () -> node.putNull(name));
    }
}
