package jimu.engine.runtime.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SquashTest {
    private static final double TOLERANCE = 4e-7;

    @Test
    void tanhIsExactToAFewBitsAndEndsAtOne() {
        float[] x = numbers();
        Squash.tanh(x, x.length);
        compare(Math::tanh, x);
    }

    @Test
    void theLogisticFunctionIsTheSameInAnotherScale() {
        float[] x = numbers();
        Squash.logistic(x, x.length);
        compare(number -> 1 / (1 + Math.exp(-number)), x);
    }

    @Test
    void smallNumbersKeepTheirDigits() {
        float[] x = {1e-20f, -1e-6f, 0};
        Squash.tanh(x, 3);
        assertEquals(1e-20f, x[0], 1e-26f);
        assertEquals(-1e-6f, x[1], 1e-12f);
        assertEquals(0, x[2]);
    }

    private static float[] numbers() {
        float[] x = new float[4001];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 2000) / 100f;
        }
        return x;
    }

    private static void compare(DoubleUnaryOperator right, float[] found) {
        float[] x = numbers();
        for (int i = 0; i < x.length; i++) {
            assertEquals(right.applyAsDouble(x[i]), found[i], TOLERANCE, "at " + x[i]);
        }
    }
}
