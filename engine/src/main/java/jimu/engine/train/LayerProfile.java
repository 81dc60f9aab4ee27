package jimu.engine.train;

import java.util.List;
import java.util.Optional;

/**
 * What one layer, or several together, takes of a training step.
 *
 * @param path the layer's path; of several, what their paths have in common
 * @param type the layer's type; empty of several
 * @param blocks the ids of the blocks around it and its own, outermost first
 * @param forward nanoseconds of its operations forwards
 * @param backward nanoseconds of its operations backwards
 * @param reorders nanoseconds of the two that go into bringing its inputs into the layout in which it computes
 * @param values bytes of what it makes and of the gradients of that
 * @param scratch bytes that its operations need besides
 * @param weights bytes of its parameters, their gradients, what the optimiser remembers of them, and its buffers
 * @param within the path of the layer whose operations do its work too, as a convolution does that of the ReLU behind it
 */
public record LayerProfile(
        String path,
        String type,
        List<String> blocks,
        long forward,
        long backward,
        long reorders,
        long values,
        long scratch,
        long weights,
        Optional<String> within) {
    public LayerProfile {
        blocks = List.copyOf(blocks);
    }

    /** Nanoseconds forwards and backwards. */
    public long nanos() {
        return forward + backward;
    }

    /** Bytes of all kinds. */
    public long bytes() {
        return values + scratch + weights;
    }

    /** What this and another take together, under a path of their own. */
    public LayerProfile with(LayerProfile other, String common) {
        return new LayerProfile(
                common,
                "",
                blocks,
                forward + other.forward,
                backward + other.backward,
                reorders + other.reorders,
                values + other.values,
                scratch + other.scratch,
                weights + other.weights,
                Optional.empty());
    }
}
