package jimu.engine.data;

import java.util.List;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;

/**
 * One thing that is known of every sample, such as its picture or its label.
 *
 * @param name what Input and Target blocks call it
 * @param type the element type and shape of one sample, without N
 * @param classes the names of the classes that the field numbers from 0 on; empty for measurements
 */
public record Field(String name, TensorType type, List<String> classes) {
    public Field {
        classes = List.copyOf(classes);
        type.shape().sizes();
    }

    /** Whether a sample is a picture (channels, rows, columns). */
    public boolean isPicture() {
        return type.dtype() == DType.FLOAT32 && type.shape().rank() == 3;
    }

    /** The numbers that one sample has. */
    public int elements() {
        return Math.toIntExact(type.shape().elements(1));
    }
}
