package jimu.engine.layer.core;

import java.util.List;
import jimu.engine.layer.Param;
import jimu.engine.layer.Source;
import jimu.engine.shape.DType;

/**
 * A field of the data that enters the network: y is one sample's shape with N put in at the batch axis.
 *
 * @param field the name of the data's field
 * @param shape the sizes of one sample's axes, such as 1, 28, 28
 * @param batchAxis the axis that counts the samples, 0 being the first
 * @param dtype float32 for measurements, int32 for indices
 */
public record Input(
        String field, List<Integer> shape, @Param(min = 0) int batchAxis, DType dtype) implements Source {
    public Input {
        shape = List.copyOf(shape);
    }

    /** A picture of one channel, 28 × 28. */
    public Input() {
        this("image", List.of(1, 28, 28), 0, DType.FLOAT32);
    }
}
