package jimu.engine.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.layer.Layer;

/**
 * A layer of an expanded document, at its path.
 *
 * @param path the names of the blocks around it and its own, joined by dots: {@code stage1.0.conv1}
 * @param blocks the ids of the blocks around it and its own, outermost first; the first lies on the canvas
 * @param layer the layer
 * @param inputs what is wired to each input port, by its name; more than one is a problem, and an unconnected port is absent
 * @param sharesWeightsOf the path of the block whose weights it uses
 */
public record FlatBlock(
        String path,
        List<String> blocks,
        Layer layer,
        Map<String, List<Endpoint>> inputs,
        Optional<String> sharesWeightsOf) {
    /** An output of a flat block. */
    public record Endpoint(String path, String port) {}

    public FlatBlock {
        blocks = List.copyOf(blocks);
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /** The path whose weights it uses: its own unless it shares another's. */
    public String weightsPath() {
        return sharesWeightsOf.orElse(path);
    }

    /** The first wire of each connected input, in the order of the layer's ports. */
    public List<Endpoint> connected() {
        return layer.inputs().stream()
                .flatMap(port ->
                        inputs.getOrDefault(port.name(), List.of()).stream().limit(1))
                .toList();
    }

    /** How messages call it: {@code Conv2d "conv1"}. */
    public String label() {
        return layer.type() + " \"" + path + "\"";
    }
}
