package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.Random;
import jimu.engine.op.Softmax;
import jimu.engine.op.Softmax.Form;
import jimu.engine.runtime.java.JavaKernels;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftmaxTest {
    private static final JavaKernels SET = new JavaKernels();

    @Test
    void largeNumbersDoNotOverflow() {
        double[] x = {1e4, 0, -1e4, -1e4, -1e4, -1e4};
        assertArrayEquals(new double[] {1, 0, 0, 1 / 3f, 1 / 3f, 1 / 3f}, forward(x, Form.PROBABILITY, 1, 2, 3));
    }

    @Test
    void logarithmsOfProbabilitiesThatUnderflowAreFinite() {
        double[] x = {1e4, 0, -1e4};
        assertArrayEquals(new double[] {0, -1e4, -2e4}, forward(x, Form.LOGARITHM, 0, 3));
    }

    /** Larger than a block of the kernel, in lines of neighbours, in whole parts with a rest, and in strips with a rest. */
    @ParameterizedTest
    @CsvSource({"1000, 7, 1", "1, 5000, 1", "300, 7, 3", "2, 3, 2500", "2, 5000, 2"})
    void everyLineIsTakenByItself(int outer, int size, int inner) {
        double[] x = new Random(1).doubles((long) outer * size * inner, -3, 3).toArray();
        double[] expected = new double[x.length];
        for (int line = 0; line < outer * inner; line++) {
            int first = line / inner * size * inner + line % inner;
            double sum = 0;
            for (int k = 0; k < size; k++) {
                sum += Math.exp((float) x[first + k * inner]);
            }
            for (int k = 0; k < size; k++) {
                expected[first + k * inner] = Math.exp((float) x[first + k * inner]) / sum;
            }
        }
        assertArrayEquals(expected, forward(x, Form.PROBABILITY, 1, outer, size, inner), 1e-7);
    }

    private static double[] forward(double[] x, Form form, int axis, long... shape) {
        TensorType type = TensorType.float32(shape);
        OpCase given = new OpCase(new Softmax(axis, form), List.of(type), List.of(x), 0);
        try (KernelHarness harness = given.bind(SET)) {
            return harness.forward(1);
        }
    }
}
