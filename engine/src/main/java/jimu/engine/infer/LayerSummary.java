package jimu.engine.infer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.shape.TensorType;

/**
 * What a summary says of one layer. What inference does not know is empty, and a count beyond a long is the largest.
 *
 * @param block the layer
 * @param known its types and operations, if they are known
 * @param batch the samples of a batch; where it is open, shapes show N and counts are those of one sample
 */
public record LayerSummary(FlatBlock block, Optional<Known> known, OptionalLong batch) {
    private static final int OPERATIONS = 2;

    /** The types of all outputs by name, the main one first. */
    public Map<String, TensorType> outputs() {
        Map<String, TensorType> types = new LinkedHashMap<>();
        known.ifPresent(one -> one.outputs()
                .forEach((port, type) -> types.put(port, batch.isPresent() ? type.at(batch.getAsLong()) : type)));
        return types;
    }

    /** The elements that training changes; 0 where they are another layer's. */
    public OptionalLong parameters() {
        return own(Known::trainable);
    }

    /** The elements that are saved and not trained, such as running statistics; 0 where they are another layer's. */
    public OptionalLong buffers() {
        return own(one -> one.cost().buffers());
    }

    /** The multiply-adds of the forward pass. */
    public OptionalLong multiplyAdds() {
        return counted(this::multiplyAdds);
    }

    /** The floating-point operations of the forward pass: two for each multiply-add, and none for anything else. */
    public OptionalLong flops() {
        return counted(one -> Math.multiplyExact(OPERATIONS, multiplyAdds(one)));
    }

    /** The bytes of all outputs; none for a loss or target, which are no part of the model. */
    public OptionalLong bytes() {
        return Footprint.counts(block)
                ? counted(one -> one.outputs().values().stream()
                        .mapToLong(type -> type.bytes(samples()))
                        .reduce(0, Math::addExact))
                : OptionalLong.empty();
    }

    private long multiplyAdds(Known one) {
        return samples() == 1 ? one.multiplyAdds() : one.lowered().multiplyAdds(samples());
    }

    private long samples() {
        return batch.orElse(1);
    }

    private OptionalLong own(ToLongFunction<Known> count) {
        return counted(one -> block.sharesWeightsOf().isPresent() ? 0 : count.applyAsLong(one));
    }

    private OptionalLong counted(ToLongFunction<Known> count) {
        return known.stream().mapToLong(one -> saturated(one, count)).findFirst();
    }

    private static long saturated(Known known, ToLongFunction<Known> count) {
        try {
            return count.applyAsLong(known);
        } catch (ArithmeticException beyond) {
            return Long.MAX_VALUE;
        }
    }
}
