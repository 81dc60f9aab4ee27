package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import jimu.engine.op.Margins;
import jimu.engine.op.MaxPooling;
import jimu.engine.runtime.java.JavaKernels;
import jimu.engine.runtime.nd4j.Nd4jKernels;
import jimu.engine.runtime.onednn.OneDnnKernels;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaxPoolingTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    static List<KernelSet> sets() {
        return List.of(new OneDnnKernels(), new JavaKernels(), new Nd4jKernels());
    }

    /** To oneDNN by itself nothing is below the lowest finite number, and NaN loses; NoNumberTest shows what the executor makes of it. */
    static List<KernelSet> setsForAllNumbers() {
        return List.of(new JavaKernels(), new Nd4jKernels());
    }

    @ParameterizedTest
    @MethodSource("setsForAllNumbers")
    void notANumberBeatsAllNumbersBeforeAndAfterIt(KernelSet set) {
        double[] x = {NAN, 1, 2, NAN, -1, 3, INF, 4};
        assertArrayEquals(new double[] {NAN, NAN, 3, INF}, pool(set, x).result());
    }

    @ParameterizedTest
    @MethodSource("setsForAllNumbers")
    void infinitiesAreNumbersLikeOthers(KernelSet set) {
        double[] x = {-INF, -INF, -INF, 1, INF, 3, 4, 5};
        assertArrayEquals(new double[] {-INF, 1, INF, 5}, pool(set, x).result());
    }

    @ParameterizedTest
    @MethodSource("sets")
    void theFirstOfEqualElementsGetsTheGradient(KernelSet set) {
        double[] x = {0, 0, 5, 5, -0.0, 0, 1, 2};
        assertArrayEquals(
                new double[] {1, 0, 2, 0, 3, 0, 0, 4}, pool(set, x).gradients().get(0));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyOneOfManySmallPlanesIsPooled(KernelSet set) {
        int planes = 3000;
        double[] x = new double[2 * planes];
        double[] largest = new double[planes];
        double[] gradient = new double[2 * planes];
        double[] seed = new double[planes];
        for (int plane = 0; plane < planes; plane++) {
            int winner = 2 * plane + plane % 2;
            x[winner] = largest[plane] = 1 + plane;
            gradient[winner] = seed[plane] = -plane;
        }
        MaxPooling op = new MaxPooling(new IntPair(1, 2), new IntPair(1, 2), Margins.NONE, IntPair.of(1));
        OpCase given = new OpCase(op, List.of(TensorType.float32(planes / 3, 3, 1, 2)), List.of(x), 1);
        OpCase.Outcome outcome = given.run(set, seed);
        assertArrayEquals(largest, outcome.result());
        assertArrayEquals(gradient, outcome.gradients().get(0));
    }

    private static OpCase.Outcome pool(KernelSet set, double[] x) {
        MaxPooling op = new MaxPooling(new IntPair(1, 2), new IntPair(1, 2), Margins.NONE, IntPair.of(1));
        OpCase given = new OpCase(op, List.of(TensorType.float32(2, 1, 1, 4)), List.of(x), 1);
        return given.run(set, new double[] {1, 2, 3, 4});
    }
}
