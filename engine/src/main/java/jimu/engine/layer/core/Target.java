package jimu.engine.layer.core;

import java.util.List;
import jimu.engine.layer.Param;
import jimu.engine.layer.Source;
import jimu.engine.shape.DType;

/**
 * A field of the data that a loss compares the prediction with; it falls away for prediction and export.
 *
 * @param field the name of the data's field
 * @param shape the sizes of one sample's axes; none for a class index
 * @param batchAxis the axis that counts the samples, 0 being the first
 * @param dtype int32 for class indices, float32 for numbers
 */
public record Target(
        String field, List<Integer> shape, @Param(min = 0) int batchAxis, DType dtype) implements Source {
    public Target {
        shape = List.copyOf(shape);
    }

    /** A class index. */
    public Target() {
        this("label", List.of(), 0, DType.INT32);
    }
}
