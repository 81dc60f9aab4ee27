package jimu.engine.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.data.Affine;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** Samples with a field for every kind of loss; each three numbers long, drawn evenly from −1 to 1 where nothing else is said. */
record Mixed(int size) implements Dataset {
    static final int LENGTH = 3;

    private static final Set<String> LABELS = Set.of("label", "label1");

    static LoadedData data(int size) {
        Mixed samples = new Mixed(size);
        Preprocessing halved = new Preprocessing(Map.of("units", Affine.scaling(0.5)));
        return new LoadedData("mixed", samples.fields(), samples, new Mixed(0), samples, halved);
    }

    @Override
    public String name() {
        return "mixed";
    }

    @Override
    public List<Field> fields() {
        TensorType vector = TensorType.float32(LENGTH);
        TensorType number = TensorType.float32(1);
        TensorType scalar = new TensorType(DType.FLOAT32, TensorShape.SCALAR);
        return List.of(
                new Field("a", vector, List.of()),
                new Field("b", vector, List.of()),
                new Field("c", vector, List.of()),
                new Field("logits", vector, List.of()),
                new Field("chance", vector, List.of()),
                new Field("bits", vector, List.of()),
                new Field("bit", number, List.of("benign", "malignant")),
                new Field("units", vector, List.of()),
                new Field("similar", scalar, List.of()),
                new Field("sign", scalar, List.of()),
                new Field("label", new TensorType(DType.INT32, TensorShape.SCALAR), List.of("x", "y")));
    }

    @Override
    public void copy(String field, int sample, float[] to, int at) {
        RandomStream random = new RandomStream(3, Purpose.SPLIT, field).at(sample);
        int count = field(field).elements();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            float even = random.uniform(i);
            to[at + i] = switch (field) {
                case "chance" -> even + 0.01f;
                case "bits", "bit", "similar" -> even > 0.5 ? 1 : 0;
                case "sign" -> even > 0.5 ? 1 : -1;
                default -> 2 * even - 1;
            };
            sum += to[at + i];
        }
        for (int i = 0; i < count && field.equals("chance"); i++) {
            to[at + i] /= (float) sum;
        }
    }

    @Override
    public void copy(String field, int sample, int[] to, int at) {
        if (!LABELS.contains(field)) {
            throw new IllegalArgumentException("No int32 field " + field);
        }
        to[at] = (int) (new RandomStream(3, Purpose.SPLIT, field).at(sample).uniform(0) * LENGTH);
    }
}
