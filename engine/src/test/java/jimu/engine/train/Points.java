package jimu.engine.train;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.data.Affine;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.norm.Dropout;
import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Points x (4) of two classes y around (1, −1, 1, −1) and its opposite.
 *
 * @param first the number of the first sample, so that parts differ
 * @param size the samples
 * @param broken the number of a sample that cannot be read
 */
public record Points(int first, int size, int broken) implements Dataset {
    private static final int AXES = 4;

    /** Forty points to train on, ten to validate and twenty to test, prepared by 2 · x. */
    public static LoadedData data() {
        return data(new Points(0, 40, -1));
    }

    public static LoadedData data(Points training) {
        Preprocessing doubled = new Preprocessing(Map.of("x", Affine.scaling(2)));
        return new LoadedData(
                "points", training.fields(), training, new Points(100, 10, -1), new Points(200, 20, -1), doubled);
    }

    /** A small network for the points, with dropout, trained by SGD in batches of 12. */
    public static Document document(int epochs, long seed) {
        Choice sgd = new Choice("SGD", Map.of("lr", 0.1, "momentum", 0.5));
        return net().document().withTraining(new TrainingSettings(epochs, 12, sgd, seed));
    }

    public static Net net() {
        return new Net()
                .add("x", Net.input(AXES))
                .then("fc1", new Linear(Size.AUTO, 8, true))
                .then("relu", new ReLU())
                .then("drop", new Dropout(0.25))
                .then("fc2", new Linear(Size.AUTO, 2, true))
                .add("y", Net.label())
                .add("loss", new CrossEntropyLoss(), "fc2", "y");
    }

    @Override
    public String name() {
        return "points";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("x", TensorType.float32(AXES), List.of()),
                new Field("y", new TensorType(DType.INT32, TensorShape.SCALAR), List.of("even", "odd")));
    }

    @Override
    public void copy(String field, int sample, float[] to, int at) {
        if (sample == broken) {
            throw new IllegalStateException("the sample cannot be read");
        }
        RandomStream noise = new RandomStream(1, Purpose.SPLIT, "points").at(first + sample);
        for (int axis = 0; axis < AXES; axis++) {
            int sign = (first + sample + axis) % 2 == 0 ? 1 : -1;
            to[at + axis] = sign + noise.uniform(axis) - 0.5f;
        }
    }

    @Override
    public void copy(String field, int sample, int[] to, int at) {
        to[at] = (first + sample) % 2;
    }
}
