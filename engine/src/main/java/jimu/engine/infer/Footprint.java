package jimu.engine.infer;

import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Source;
import jimu.engine.layer.core.Target;
import jimu.engine.shape.DType;

/**
 * The memory that a network's numbers take, counted as torchsummary (github.com/sksq96/pytorch-summary) counts it; losses and
 * targets do not count, and a sum beyond a long stays at the largest. What the engine itself takes is less: it uses memory again.
 *
 * @param inputs bytes of the Input blocks' outputs
 * @param forwardBackward bytes of all other outputs, each with its gradient
 * @param parameters bytes of what training changes; shared weights count once
 */
public record Footprint(long inputs, long forwardBackward, long parameters) {
    private static final int VALUE_AND_GRADIENT = 2;

    /** The memory of the layers that are known, for a batch of {@code samples}. */
    public static Footprint of(Inference inference, long samples) {
        double inputs = 0;
        double outputs = 0;
        double parameters = 0;
        for (FlatBlock block : inference.graph().blocks().values()) {
            if (!(inference.states().get(block.path()) instanceof Known known) || !counts(block)) {
                continue;
            }
            double bytes = known.outputs().values().stream()
                    .mapToDouble(type -> (double) type.shape().elements(1)
                            * type.dtype().bytes()
                            * (type.shape().batched() ? samples : 1))
                    .sum();
            if (block.layer() instanceof Source) {
                inputs += bytes;
            } else {
                outputs += VALUE_AND_GRADIENT * bytes;
            }
            if (block.sharesWeightsOf().isEmpty()) {
                parameters += (double) known.trainable() * DType.FLOAT32.bytes();
            }
        }
        return new Footprint((long) inputs, (long) outputs, (long) parameters);
    }

    /** The bytes of everything together. */
    public long total() {
        return (long) ((double) inputs + forwardBackward + parameters);
    }

    /** Whether a layer is a part of the model, as losses and targets are not. */
    static boolean counts(FlatBlock block) {
        return !(block.layer() instanceof Loss || block.layer() instanceof Target);
    }
}
