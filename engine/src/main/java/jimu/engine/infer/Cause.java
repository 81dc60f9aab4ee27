package jimu.engine.infer;

import java.util.List;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.layer.Origin;
import jimu.engine.message.Messages;
import jimu.engine.shape.Dim;

/**
 * How one dimension came about: the layer that made it, and from what.
 *
 * @param block the layer
 * @param size the dimension
 * @param origin whence the layer has it
 * @param how the same with its numbers, such as {@code 16 × 6 × 6}
 * @param because the setting that makes most of the difference, such as {@code padding 0}; empty where none does
 * @param from the dimensions that it was made of
 */
public record Cause(FlatBlock block, Dim size, Origin origin, String how, String because, List<Place> from) {
    /** An axis of an output. */
    record Place(Endpoint output, int axis) {}

    public Cause {
        from = List.copyOf(from);
    }

    /** One line without the layer: {@code 576 = 16 × 6 × 6}. */
    public String line() {
        return Messages.text("origin.line", size, how);
    }

    /** The layer and, where it says something, the setting: {@code Conv2d "conv2" (padding 0)}. */
    public String place() {
        return because.isEmpty() ? block.label() : Messages.text("origin.place", block.label(), because);
    }

    /** One sentence with the layer, without its full stop: {@code 576 = 16 × 6 × 6, from Flatten "flat"}. */
    public String sentence() {
        String key = because.isEmpty()
                ? origin instanceof Origin.Chosen ? "origin.sentence.of" : "origin.sentence"
                : "origin.sentence.since";
        return Messages.text(key, line(), block.label(), because);
    }
}
