package jimu.engine.data;

import java.util.List;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** A dataset for tests: sample s has x (2, 3) with the values 10 s, 10 s + 1, … and the class s mod 3. */
record Numbers(int size) implements Dataset {
    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("x", TensorType.float32(2, 3), List.of()),
                new Field("class", new TensorType(DType.INT32, TensorShape.SCALAR), List.of("a", "b", "c")));
    }

    @Override
    public void copy(String field, int sample, float[] to, int at) {
        for (int i = 0; i < 6; i++) {
            to[at + i] = 10 * sample + i;
        }
    }

    @Override
    public void copy(String field, int sample, int[] to, int at) {
        to[at] = sample % 3;
    }
}
