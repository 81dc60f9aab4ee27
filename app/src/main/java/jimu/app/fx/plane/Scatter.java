package jimu.app.fx.plane;

import java.util.List;
import java.util.Optional;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.shape.DType;

/**
 * Points of the plane with what is to be predicted of them.
 *
 * @param extent a rectangle around them
 * @param classes the names of their classes; none where they have a number
 * @param low the smallest number to be predicted
 * @param high the largest number to be predicted
 * @param training three numbers for each point: its two coordinates, and its class or number; not to be changed
 * @param validation the same of the points set aside
 */
@SuppressWarnings("ArrayRecordComponent") // points to be drawn; nobody compares them
public record Scatter(
        Extent extent, List<String> classes, double low, double high, float[] training, float[] validation) {
    /** How many numbers stand for a point. */
    public static final int EACH = 3;

    /** The most points of a part that are drawn. */
    private static final int MOST = 2000;

    public Scatter {
        classes = List.copyOf(classes);
    }

    /** The points of data whose samples are two numbers and one class or number to be predicted; none for other data. */
    public static Optional<Scatter> of(LoadedData data) {
        List<Field> fields = data.train().fields();
        if (data.train().inputs() != 1 || fields.size() < 2 || !isPoint(fields.get(0)) || !isSingle(fields.get(1))) {
            return Optional.empty();
        }
        float[] training = read(data.train(), fields);
        float[] validation = read(data.validation(), fields);
        double[] x = range(training, validation, 0);
        double[] y = range(training, validation, 1);
        double[] z = range(training, validation, 2);
        List<String> classes = fields.get(1).classes();
        return Optional.of(
                new Scatter(Extent.around(x[0], x[1], y[0], y[1]), classes, z[0], z[1], training, validation));
    }

    /** Whether points have classes; else a number. */
    public boolean hasClasses() {
        return !classes.isEmpty();
    }

    private static boolean isPoint(Field field) {
        return field.type().dtype() == DType.FLOAT32 && field.elements() == 2;
    }

    private static boolean isSingle(Field field) {
        return field.elements() == 1
                && (field.type().dtype() == DType.FLOAT32 || !field.classes().isEmpty());
    }

    private static float[] read(Dataset samples, List<Field> fields) {
        int count = Math.min(MOST, samples.size());
        float[] points = new float[EACH * count];
        int[] label = new int[1];
        for (int i = 0; i < count; i++) {
            int sample = (int) ((long) i * samples.size() / count);
            samples.copy(fields.get(0).name(), sample, points, EACH * i);
            if (fields.get(1).type().dtype() == DType.INT32) {
                samples.copy(fields.get(1).name(), sample, label, 0);
                points[EACH * i + 2] = label[0];
            } else {
                samples.copy(fields.get(1).name(), sample, points, EACH * i + 2);
            }
        }
        return points;
    }

    private static double[] range(float[] training, float[] validation, int place) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (float[] points : List.of(training, validation)) {
            for (int i = place; i < points.length; i += EACH) {
                range[0] = Math.min(range[0], points[i]);
                range[1] = Math.max(range[1], points[i]);
            }
        }
        return range[0] <= range[1] ? range : new double[] {0, 0};
    }
}
