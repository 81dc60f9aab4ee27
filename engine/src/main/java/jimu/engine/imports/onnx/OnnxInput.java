package jimu.engine.imports.onnx;

import java.util.List;
import jimu.engine.shape.DType;

/**
 * A value that enters the graph.
 *
 * @param name its name
 * @param dtype float32 for any kind of measurement, int32 for any kind of index
 * @param sizes the declared sizes of its axes; {@link #OPEN} where the file leaves one open
 * @param field the data's field that it takes, if the file says so; else empty
 */
record OnnxInput(String name, DType dtype, List<Long> sizes, String field) {
    static final long OPEN = -1;

    OnnxInput {
        sizes = List.copyOf(sizes);
    }
}
