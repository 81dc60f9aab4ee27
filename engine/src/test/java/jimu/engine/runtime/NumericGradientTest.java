package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jimu.engine.runtime.nd4j.Nd4jKernels;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Native;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumericGradientTest {
    private static final double STEP = 1e-6;
    private static final double TOLERANCE = 1e-6;
    private static final int MOST = 40;

    private static int threads;

    @BeforeAll
    static void useOneThread() {
        Native.start();
        threads = Native.threads();
        Native.setThreads(1);
    }

    @AfterAll
    static void useAllThreads() {
        Native.setThreads(threads);
    }

    static Stream<OpCase> cases() {
        return OpCases.all(DType.FLOAT64, 25);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void backwardIsTheSlopeOfForward(OpCase given) {
        double[] direction = new Random(1).doubles(given.resultLength(), -1, 1).toArray();
        OpCase.Outcome outcome = given.run(new Nd4jKernels(), direction);
        try (KernelHarness harness = given.bind(new Nd4jKernels())) {
            for (int operand = 0; operand < outcome.gradients().size(); operand++) {
                double[] gradient = outcome.gradients().get(operand);
                double[] values = given.values().get(operand).clone();
                for (int i : some(gradient.length)) {
                    double slope = slope(harness, operand, values, i, direction);
                    String place = "operand " + operand + " at " + i;
                    assertEquals(slope, gradient[i], TOLERANCE * Math.max(1, Math.abs(slope)), place);
                }
            }
        }
    }

    /** All places, or some of them where there are many. */
    private static int[] some(int count) {
        return count <= MOST
                ? IntStream.range(0, count).toArray()
                : new Random(2).ints(MOST, 0, count).toArray();
    }

    private static double slope(KernelHarness harness, int operand, double[] values, int i, double[] direction) {
        double value = values[i];
        values[i] = value + STEP;
        harness.operand(operand, values);
        double above = along(harness.forward(3), direction);
        values[i] = value - STEP;
        harness.operand(operand, values);
        double below = along(harness.forward(3), direction);
        values[i] = value;
        harness.operand(operand, values);
        return (above - below) / (2 * STEP);
    }

    private static double along(double[] values, double[] direction) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * direction[i];
        }
        return sum;
    }
}
