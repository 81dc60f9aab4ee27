package jimu.engine.repair;

import java.util.List;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Data of which only the fields are known: the first is what a network is given.
 *
 * @param fields the fields
 */
record Known(List<Field> fields) implements Dataset {
    /** Pictures x and which of three classes they show, y. */
    static final LoadedData PICTURES = data(
            new Field("x", TensorType.float32(1, 8, 8), List.of()),
            new Field("y", new TensorType(DType.INT32, TensorShape.SCALAR), List.of("a", "b", "c")));

    /** Four measurements x and two results z. */
    static final LoadedData RESULTS =
            data(new Field("x", TensorType.float32(4), List.of()), new Field("z", TensorType.float32(2), List.of()));

    static LoadedData data(Field... fields) {
        Known known = new Known(List.of(fields));
        return new LoadedData("known", known.fields(), known, known, known, Preprocessing.NONE);
    }

    @Override
    public String name() {
        return "known";
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public void copy(String field, int sample, float[] to, int at) {
        throw new IllegalArgumentException("Only the fields are known");
    }

    @Override
    public void copy(String field, int sample, int[] to, int at) {
        throw new IllegalArgumentException("Only the fields are known");
    }
}
