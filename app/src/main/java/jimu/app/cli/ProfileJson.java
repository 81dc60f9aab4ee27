package jimu.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import jimu.engine.train.LayerProfile;
import jimu.engine.train.StepProfile;

/** A profile for programs: times in milliseconds, memory in bytes, layers in the order in which they are computed. */
final class ProfileJson {
    private static final double MILLION = 1e6;

    private ProfileJson() {}

    static ObjectNode of(StepProfile profile, Path file) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", file.toString());
        node.put("batch_size", profile.batch()).put("steps", profile.steps());
        node.put("step_ms", profile.step() / MILLION);
        node.put("layers_ms", profile.layerNanos() / MILLION);
        node.put("update_ms", profile.update() / MILLION);
        node.put("reading_ms", profile.reading() / MILLION);
        node.put("memory_bytes", profile.bytes());
        ArrayNode layers = node.putArray("layers");
        profile.layers().forEach(layer -> write(layer, profile.share(layer), layers.addObject()));
        return node;
    }

    private static void write(LayerProfile layer, double share, ObjectNode node) {
        node.put("name", layer.path()).put("type", layer.type());
        node.put("ms", layer.nanos() / MILLION).put("share", share);
        node.put("forward_ms", layer.forward() / MILLION);
        node.put("backward_ms", layer.backward() / MILLION);
        node.put("reorders_ms", layer.reorders() / MILLION);
        node.put("memory_bytes", layer.bytes());
        node.put("value_bytes", layer.values());
        node.put("scratch_bytes", layer.scratch());
        node.put("weight_bytes", layer.weights());
        layer.within().ifPresent(other -> node.put("computed_in", other));
    }
}
