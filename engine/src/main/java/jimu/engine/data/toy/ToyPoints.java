package jimu.engine.data.toy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.graph.DataSource.Toy;
import jimu.engine.message.Messages;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The points of a toy problem.
 *
 * <p>Samples have {@value #POINT} (2), and either a number {@value #VALUE} (1) or a class {@value #LABEL} (). Where there are two
 * classes, the class is {@value #TARGET} (1) too: 0 or 1 as a number.
 */
public final class ToyPoints implements Dataset {
    /** The field of both coordinates. */
    public static final String POINT = "point";

    /** The field of the class to be predicted. */
    public static final String LABEL = "label";

    /** The field of the class as a number, where there are two. */
    public static final String TARGET = "target";

    /** The field of the number to be predicted. */
    public static final String VALUE = "value";

    private static final int NOISE_X = 8;
    private static final int NOISE_Y = 10;

    private final String name;
    private final List<Field> fields;
    private final float[] points;
    private final float[] values;
    private final int[] labels;

    private ToyPoints(Toy toy) {
        name = Messages.text("data.toy." + toy.problem().name().toLowerCase(Locale.ROOT));
        fields = fields(toy);
        points = new float[2 * toy.samples()];
        values = new float[toy.samples()];
        labels = new int[toy.problem().hasClasses() ? toy.samples() : 0];
    }

    /** The points that the settings of a problem stand for. */
    public static ToyPoints of(Toy toy) {
        ToyPoints made = new ToyPoints(toy);
        Draws draws = new Draws(toy.seed(), toy.problem().name());
        for (int sample = 0; sample < toy.samples(); sample++) {
            draws.turnTo(sample);
            if (toy.problem().hasClasses()) {
                int label = sample % toy.classes();
                Place place = Clouds.place(toy, label, draws);
                double x = place.x() + toy.noise() * draws.normal(NOISE_X);
                double y = place.y() + toy.noise() * draws.normal(NOISE_Y);
                made.put(sample, new Place(x, y), label);
                made.labels[sample] = label;
            } else {
                Place place = new Place(draws.between(-1, 1, 0), draws.between(-1, 1, 1));
                double height = Surfaces.height(toy.problem(), place);
                made.put(sample, place, height + toy.noise() * draws.normal(NOISE_X));
            }
        }
        return made;
    }

    private void put(int sample, Place place, double value) {
        points[2 * sample] = (float) place.x();
        points[2 * sample + 1] = (float) place.y();
        values[sample] = (float) value;
    }

    private static List<Field> fields(Toy toy) {
        Field point = new Field(POINT, TensorType.float32(2), List.of());
        if (!toy.problem().hasClasses()) {
            return List.of(point, new Field(VALUE, TensorType.float32(1), List.of()));
        }
        List<String> classes =
                IntStream.range(0, toy.classes()).mapToObj(Integer::toString).toList();
        Field label = new Field(LABEL, new TensorType(DType.INT32, TensorShape.SCALAR), classes);
        return toy.classes() == 2
                ? List.of(point, label, new Field(TARGET, TensorType.float32(1), classes))
                : List.of(point, label);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Map<Object, Long> arrays() {
        return Map.of(
                points, (long) points.length * Float.BYTES,
                values, (long) values.length * Float.BYTES,
                labels, (long) labels.length * Integer.BYTES);
    }

    @Override
    public void copy(String field, int sample, float[] to, int at) {
        Objects.checkIndex(sample, values.length);
        if (field.equals(POINT)) {
            System.arraycopy(points, 2 * sample, to, at, 2);
        } else if (field.equals(fields.get(fields.size() - 1).name()) && !field.equals(LABEL)) {
            to[at] = values[sample];
        } else {
            throw new IllegalArgumentException("No float32 field " + field);
        }
    }

    @Override
    public void copy(String field, int sample, int[] to, int at) {
        Objects.checkIndex(sample, values.length);
        if (!field.equals(LABEL) || labels.length == 0) {
            throw new IllegalArgumentException("No int32 field " + field);
        }
        to[at] = labels[sample];
    }
}
