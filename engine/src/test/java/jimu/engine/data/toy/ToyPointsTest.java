package jimu.engine.data.toy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import jimu.engine.data.DataException;
import jimu.engine.data.DataLoader;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource.Toy;
import jimu.engine.graph.ToyProblem;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToyPointsTest {
    private static final TensorType CLASS = new TensorType(DType.INT32, TensorShape.SCALAR);

    @Test
    void classesAreAlsoANumberWhereThereAreTwo() {
        assertEquals(
                List.of(
                        new Field("point", TensorType.float32(2), List.of()),
                        new Field("label", CLASS, List.of("0", "1")),
                        new Field("target", TensorType.float32(1), List.of("0", "1"))),
                ToyPoints.of(new Toy(ToyProblem.MOONS)).fields());
        ToyPoints moons = ToyPoints.of(new Toy(ToyProblem.MOONS));
        float[] target = new float[1];
        moons.copy("target", 3, target, 0);
        assertEquals(1, target[0]);
        assertEquals(1, label(moons, 3));
    }

    @Test
    void moreClassesAreLabelsAlone() {
        ToyPoints three = ToyPoints.of(new Toy(ToyProblem.GAUSSIANS).withClasses(3));
        assertEquals(
                List.of(
                        new Field("point", TensorType.float32(2), List.of()),
                        new Field("label", CLASS, List.of("0", "1", "2"))),
                three.fields());
        assertThrows(IllegalArgumentException.class, () -> three.copy("target", 0, new float[1], 0));
    }

    @Test
    void aNumberIsToBePredictedOfAPlane() {
        ToyPoints plane = ToyPoints.of(new Toy(ToyProblem.PLANE));
        assertEquals(
                List.of(
                        new Field("point", TensorType.float32(2), List.of()),
                        new Field("value", TensorType.float32(1), List.of())),
                plane.fields());
        float[] value = new float[1];
        for (int sample = 0; sample < plane.size(); sample++) {
            plane.copy("value", sample, value, 0);
            float[] point = point(plane, sample);
            assertEquals((point[0] + point[1]) / 2, value[0], 1e-6);
        }
        assertThrows(IllegalArgumentException.class, () -> plane.copy("label", 0, new int[1], 0));
    }

    @ParameterizedTest
    @EnumSource(ToyProblem.class)
    void pointsLieBetweenMinusOneAndOneAndFillTheirExtent(ToyProblem problem) {
        ToyPoints points = ToyPoints.of(new Toy(problem).withSamples(2000));
        double largest = 0;
        for (int sample = 0; sample < points.size(); sample++) {
            float[] point = point(points, sample);
            largest = Math.max(largest, Math.max(Math.abs(point[0]), Math.abs(point[1])));
        }
        assertTrue(largest > 0.9, problem + " reaches " + largest);
        assertTrue(problem == ToyProblem.GAUSSIANS || largest <= 1, problem + " reaches " + largest);
    }

    @Test
    void theClassesOfACircleLieInAndAround() {
        ToyPoints circle = ToyPoints.of(new Toy(ToyProblem.CIRCLE));
        for (int sample = 0; sample < circle.size(); sample++) {
            float[] point = point(circle, sample);
            double radius = Math.hypot(point[0], point[1]);
            assertEquals(label(circle, sample) == 0, radius < 0.6);
        }
    }

    @Test
    void theClassOfXorIsTheSignOfTheProduct() {
        ToyPoints xor = ToyPoints.of(new Toy(ToyProblem.XOR));
        int[] quadrants = new int[4];
        for (int sample = 0; sample < xor.size(); sample++) {
            float[] point = point(xor, sample);
            assertEquals(label(xor, sample) == 0, point[0] * point[1] > 0);
            quadrants[(point[0] > 0 ? 1 : 0) + (point[1] > 0 ? 2 : 0)]++;
        }
        assertTrue(Arrays.stream(quadrants).min().getAsInt() > 90, Arrays.toString(quadrants));
    }

    @Test
    void allArmsOfASpiralAreTheSameTurnedAround() {
        Toy settings = new Toy(ToyProblem.SPIRAL).withClasses(4);
        ToyPoints spiral = ToyPoints.of(settings);
        double turns = 1.75 / 2;
        for (int sample = 0; sample < spiral.size(); sample++) {
            float[] point = point(spiral, sample);
            double radius = Math.hypot(point[0], point[1]);
            double angle = 2 * Math.PI * (turns * radius + label(spiral, sample) / 4.0);
            assertEquals(radius * Math.cos(angle), point[0], 1e-5);
            assertEquals(radius * Math.sin(angle), point[1], 1e-5);
        }
    }

    @Test
    void classesHaveTheSameNumberOfPoints() {
        ToyPoints points = ToyPoints.of(new Toy(ToyProblem.GAUSSIANS).withClasses(5));
        int[] counts = new int[5];
        for (int sample = 0; sample < points.size(); sample++) {
            counts[label(points, sample)]++;
        }
        assertArrayEquals(new int[] {100, 100, 100, 100, 100}, counts);
    }

    @ParameterizedTest
    @EnumSource(ToyProblem.class)
    void morePointsBeginWithThoseOfFewer(ToyProblem problem) {
        Toy settings = new Toy(problem).withNoise(0.1);
        float[] few = all(ToyPoints.of(settings.withSamples(40)));
        float[] many = all(ToyPoints.of(settings.withSamples(90)));
        assertArrayEquals(few, Arrays.copyOf(many, few.length));
    }

    @Test
    void noiseShiftsTheSamePointsByItsDeviation() {
        Toy settings = new Toy(ToyProblem.MOONS).withSamples(5000);
        float[] still = places(ToyPoints.of(settings));
        float[] little = places(ToyPoints.of(settings.withNoise(0.1)));
        float[] much = places(ToyPoints.of(settings.withNoise(0.2)));
        double squares = 0;
        for (int i = 0; i < still.length; i++) {
            assertEquals(2 * (little[i] - still[i]), much[i] - still[i], 1e-5);
            squares += (little[i] - still[i]) * (little[i] - still[i]);
        }
        assertEquals(0.1, Math.sqrt(squares / still.length), 0.003);
    }

    @Test
    void anotherSeedGivesOtherPoints() {
        Toy settings = new Toy(ToyProblem.SPIRAL);
        float[] one = places(ToyPoints.of(settings));
        float[] other = places(ToyPoints.of(settings.withSeed(2)));
        for (int i = 0; i < one.length; i++) {
            assertTrue(one[i] != other[i]);
        }
    }

    /** StrictMath makes it hold on all. */
    @ParameterizedTest
    @EnumSource(ToyProblem.class)
    void theSameSeedGivesTheSameDigitsOnEveryMachine(ToyProblem problem) {
        Toy settings = new Toy(problem).withNoise(0.05);
        Toy most = settings.withClasses(problem.mostClasses());
        CRC32 sum = new CRC32();
        for (float number : all(ToyPoints.of(most))) {
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                sum.update(Float.floatToIntBits(number) >>> shift);
            }
        }
        long expected = switch (problem) {
            case CIRCLE -> 1472070845L;
            case XOR -> 3260047533L;
            case GAUSSIANS -> 1957127735L;
            case SPIRAL -> 3625422481L;
            case MOONS -> 3136377821L;
            case PLANE -> 3189950198L;
            case WAVES -> 3632058769L;
        };
        assertEquals(expected, sum.getValue());
    }

    @Test
    void theyAreSplitAndStandardisedAsOtherData() throws DataException {
        DataSettings settings = DataSettings.NONE.withSource(new Toy(ToyProblem.CIRCLE));
        LoadedData data = DataLoader.load(settings);
        assertEquals("Circle", data.name());
        assertEquals(360, data.train().size());
        assertEquals(40, data.validation().size());
        assertEquals(100, data.test().size());
        assertTrue(data.preprocessing().map("point").isPresent());
        assertTrue(DataLoader.load(settings.withStandardize(false))
                .preprocessing()
                .map("point")
                .isEmpty());
    }

    @Test
    void whatCannotBeIsNoSetting() {
        Toy circle = new Toy(ToyProblem.CIRCLE);
        assertThrows(IllegalArgumentException.class, () -> circle.withSamples(0));
        assertThrows(IllegalArgumentException.class, () -> circle.withSamples(100_001));
        assertThrows(IllegalArgumentException.class, () -> circle.withNoise(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> circle.withNoise(-0.1));
        assertThrows(IllegalArgumentException.class, () -> circle.withClasses(3));
        assertThrows(IllegalArgumentException.class, () -> new Toy(ToyProblem.PLANE).withClasses(2));
    }

    @Test
    void anotherProblemKeepsAsManyClassesAsItCanHave() {
        Toy spiral = new Toy(ToyProblem.SPIRAL).withClasses(4).withNoise(0.2);
        assertEquals(4, spiral.withProblem(ToyProblem.GAUSSIANS).classes());
        assertEquals(2, spiral.withProblem(ToyProblem.XOR).classes());
        assertEquals(0, spiral.withProblem(ToyProblem.WAVES).classes());
        assertEquals(
                2,
                spiral.withProblem(ToyProblem.WAVES)
                        .withProblem(ToyProblem.SPIRAL)
                        .classes());
        assertEquals(0.2, spiral.withProblem(ToyProblem.XOR).noise());
    }

    private static float[] all(Dataset points) {
        String last = points.fields().get(points.fields().size() - 1).name();
        float[] all = new float[3 * points.size()];
        for (int sample = 0; sample < points.size(); sample++) {
            points.copy("point", sample, all, 3 * sample);
            if (last.equals("label")) {
                all[3 * sample + 2] = all[3 * sample];
            } else {
                points.copy(last, sample, all, 3 * sample + 2);
            }
        }
        return all;
    }

    private static float[] places(Dataset points) {
        float[] places = new float[2 * points.size()];
        for (int sample = 0; sample < points.size(); sample++) {
            points.copy("point", sample, places, 2 * sample);
        }
        return places;
    }

    private static float[] point(Dataset points, int sample) {
        float[] point = new float[2];
        points.copy("point", sample, point, 0);
        return point;
    }

    private static int label(Dataset points, int sample) {
        int[] label = new int[1];
        points.copy("label", sample, label, 0);
        return label[0];
    }
}
