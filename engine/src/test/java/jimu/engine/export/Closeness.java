package jimu.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import jimu.engine.io.NumberArray;

/** Compares float32 results of different programs: equal to 1e-5 of the largest number of the tensor. */
public final class Closeness {
    private static final double TOLERANCE = 1e-5;

    private Closeness() {}

    public static void assertClose(NumberArray expected, NumberArray actual, String what) {
        assertEquals(expected.shape(), actual.shape(), what);
        double[] right = expected.doubles();
        double[] found = actual.doubles();
        double largest = Arrays.stream(right).map(Math::abs).max().orElse(0);
        for (int i = 0; i < right.length; i++) {
            assertEquals(right[i], found[i], TOLERANCE * Math.max(1, largest), what + ", number " + i);
        }
    }
}
