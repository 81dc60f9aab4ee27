package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jimu.engine.op.RandomDrop;
import jimu.engine.runtime.KernelHarness.Lies;
import jimu.engine.runtime.java.JavaKernels;
import jimu.engine.runtime.nd4j.Nd4jKernels;
import jimu.engine.runtime.onednn.OneDnnKernels;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelSetsAgreeTest {
    static Stream<OpCase> java() {
        return cases(new JavaKernels());
    }

    static Stream<OpCase> onednn() {
        return cases(new OneDnnKernels());
    }

    @ParameterizedTest
    @MethodSource("java")
    void javaComputesWhatNd4jDoes(OpCase given) {
        agree(given, new JavaKernels(), Lies.ROW_MAJOR);
    }

    @ParameterizedTest
    @MethodSource("onednn")
    void onednnComputesWhatNd4jDoes(OpCase given) {
        agree(given, new OneDnnKernels(), Lies.ROW_MAJOR);
    }

    @ParameterizedTest
    @MethodSource("onednn")
    void onednnComputesTheSameInTheLayoutsThatItLikes(OpCase given) {
        agree(given, new OneDnnKernels(), Lies.AS_THE_KERNEL_LIKES);
    }

    @Test
    void bothDropTheSameElementsAndOthersInTheNextStep() {
        double[] ones = new double[5000];
        Arrays.fill(ones, 1);
        TensorType type = TensorType.float32(ones.length);
        OpCase given = new OpCase(new RandomDrop(0.25), List.of(type), List.of(ones), 1);
        try (KernelHarness nd4j = given.bind(new Nd4jKernels());
                KernelHarness java = given.bind(new JavaKernels())) {
            double[] first = nd4j.forward(1);
            assertArrayEquals(first, java.forward(1));
            double[] second = nd4j.forward(2);
            assertArrayEquals(second, java.forward(2));
            assertFalse(Arrays.equals(first, second));
            assertArrayEquals(first, java.forward(1));
        }
    }

    @Test
    void javaLeavesFloat64ToOthers() {
        assertEquals(
                0,
                OpCases.all(DType.FLOAT64, 3)
                        .filter(given -> KernelHarness.has(new JavaKernels(), given.op(), given.operands()))
                        .count());
    }

    private static Stream<OpCase> cases(KernelSet set) {
        return OpCases.all(DType.FLOAT32, 60).filter(given -> KernelHarness.has(set, given.op(), given.operands()));
    }

    private static void agree(OpCase given, KernelSet set, Lies lies) {
        double[] direction = new Random(1).doubles(given.resultLength(), -1, 1).toArray();
        OpCase.Outcome expected = given.run(new Nd4jKernels(), direction);
        OpCase.Outcome actual = given.run(set, lies, direction);
        equal(expected.result(), actual.result());
        for (int i = 0; i < expected.operands().size(); i++) {
            equal(expected.operands().get(i), actual.operands().get(i));
        }
        for (int i = 0; i < expected.gradients().size(); i++) {
            equal(expected.gradients().get(i), actual.gradients().get(i));
        }
    }

    private static void equal(double[] expected, double[] actual) {
        assertArrayEquals(expected, actual, 1e-5 * OpCase.scale(expected));
    }
}
