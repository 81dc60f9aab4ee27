package jimu.engine.evaluate;

import java.util.List;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** Points x = (i, 2 · i) with the class y = i mod 2 and the value z = i − 3. */
record Plane(int size) implements Dataset {
    @Override
    public String name() {
        return "plane";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("x", TensorType.float32(2), List.of()),
                new Field("y", new TensorType(DType.INT32, TensorShape.SCALAR), List.of("even", "odd")),
                new Field("z", TensorType.float32(1), List.of()));
    }

    @Override
    public void copy(String field, int sample, float[] to, int at) {
        if (field.equals("z")) {
            to[at] = sample - 3;
        } else {
            to[at] = sample;
            to[at + 1] = 2 * sample;
        }
    }

    @Override
    public void copy(String field, int sample, int[] to, int at) {
        to[at] = sample % 2;
    }
}
