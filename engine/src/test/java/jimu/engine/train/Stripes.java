package jimu.engine.train;

import java.util.List;
import java.util.Locale;
import jimu.engine.Net;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.norm.BatchNorm2d;
import jimu.engine.layer.norm.Dropout;
import jimu.engine.layer.pool.MaxPool2d;
import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** Noisy pictures x (1, 6, 6) with a bright row; y, one of three classes, says in which third of the picture it is. */
final class Stripes implements Dataset {
    private static final int SIDE = 6;
    private static final int PIXELS = SIDE * SIDE;

    private final float[] pictures;
    private final int[] classes;

    Stripes(int size, long seed) {
        pictures = new float[size * PIXELS];
        classes = new int[size];
        RandomStream random = new RandomStream(seed, Purpose.SPLIT, "stripes");
        for (int sample = 0; sample < size; sample++) {
            int bright = random.at(sample).below(SIDE, PIXELS);
            classes[sample] = bright / 2;
            for (int i = 0; i < PIXELS; i++) {
                pictures[sample * PIXELS + i] = random.uniform(i) + (i / SIDE == bright ? 1 : 0);
            }
        }
    }

    /** Forty pictures to learn from, ten each for validation and test. */
    static LoadedData data() {
        Stripes train = new Stripes(40, 1);
        return new LoadedData(
                "stripes", train.fields(), train, new Stripes(10, 2), new Stripes(10, 3), Preprocessing.NONE);
    }

    /** A convolution, a dropout and a loss. */
    static Net net() {
        return net(new Conv2d(), new BatchNorm2d(), new ReLU(), new MaxPool2d(), new Flatten(), new Dropout(0.2));
    }

    /** These layers between the pictures and three classes. */
    static Net net(Layer... layers) {
        Net net = new Net().add("x", Net.input(1, SIDE, SIDE));
        for (Layer layer : layers) {
            net.then(layer.type().toLowerCase(Locale.ROOT), layer);
        }
        return net.then("fc", new Linear(Size.AUTO, 3, true))
                .add("y", Net.label())
                .add("loss", new CrossEntropyLoss(), "fc", "y");
    }

    @Override
    public String name() {
        return "stripes";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("x", TensorType.float32(1, SIDE, SIDE), List.of()),
                new Field("y", new TensorType(DType.INT32, TensorShape.SCALAR), List.of("top", "middle", "bottom")));
    }

    @Override
    public int size() {
        return classes.length;
    }

    @Override
    public void copy(String field, int sample, float[] to, int at) {
        System.arraycopy(pictures, sample * PIXELS, to, at, PIXELS);
    }

    @Override
    public void copy(String field, int sample, int[] to, int at) {
        to[at] = classes[sample];
    }
}
