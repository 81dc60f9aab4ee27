package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jimu.engine.op.Activation;
import jimu.engine.op.Binary;
import jimu.engine.op.InnerProduct;
import jimu.engine.op.RandomDrop;
import jimu.engine.op.Transpose;
import jimu.engine.op.Unary;
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

    /** Light work on few numbers is not onednn's: these are many. */
    static Stream<OpCase> large() {
        TensorType many = TensorType.float32(2, 5, 30, 40);
        double[] values = new Random(5).doubles(many.shape().elements(1), -4, 4).toArray();
        Stream<OpCase> functions = Stream.of(
                        new Activation.Relu(),
                        new Activation.LeakyRelu(0.1),
                        new Activation.Tanh(),
                        new Activation.Sigmoid(),
                        new Activation.Gelu(),
                        new Activation.GeluTanh(),
                        new Activation.Silu(),
                        new Activation.Mish(),
                        new Activation.Elu(0.7, 1))
                .map(function -> new OpCase(new Unary(function), List.of(many), List.of(values), 1));
        OpCase sum = new OpCase(new Binary(Binary.Function.ADD), List.of(many, many), List.of(values, values), 2);
        Stream<OpCase> turns = Stream.of(List.of(0, 2, 3, 1), List.of(3, 1, 0, 2), List.of(1, 0, 2, 3))
                .map(order -> new OpCase(new Transpose(order), List.of(many), List.of(values), 1));
        return Stream.concat(Stream.concat(functions, turns), Stream.of(sum, affine()));
    }

    /** A weight so large that its product with few rows is computed in a way of its own. */
    private static OpCase affine() {
        List<TensorType> types =
                List.of(TensorType.float32(6, 2048), TensorType.float32(513, 2048), TensorType.float32(513));
        Random random = new Random(9);
        List<double[]> values = types.stream()
                .map(type -> random.doubles(type.shape().elements(1), -1, 1).toArray())
                .toList();
        return new OpCase(new InnerProduct(), types, values, 3);
    }

    static Stream<OpCase> rectified() {
        return Stream.concat(cases(new OneDnnKernels()), large())
                .filter(given -> KernelHarness.has(new OneDnnKernels(), new Rectified(given.op()), given.operands()));
    }

    @ParameterizedTest
    @MethodSource("rectified")
    void onednnLetsThroughWhatIsAboveZeroWhereItRectifies(OpCase given) {
        double[] direction = new Random(1).doubles(given.resultLength(), -1, 1).toArray();
        double[] plain = given.run(new Nd4jKernels(), direction).result();
        OpCase.Outcome actual = new OpCase(
                        new Rectified(given.op()), given.operands(), given.values(), given.differentiable())
                .run(new OneDnnKernels(), direction);
        double[] let = direction.clone();
        for (int i = 0; i < plain.length; i++) {
            let[i] = plain[i] > 0 ? direction[i] : 0;
            plain[i] = Math.max(0, plain[i]);
        }
        equal(plain, actual.result());
        List<double[]> gradients = given.run(new Nd4jKernels(), let).gradients();
        for (int i = 0; i < gradients.size(); i++) {
            equal(gradients.get(i), actual.gradients().get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("large")
    void onednnComputesManyNumbersAsNd4jDoes(OpCase given) {
        assertTrue(KernelHarness.has(new OneDnnKernels(), given.op(), given.operands()));
        agree(given, new OneDnnKernels(), Lies.ROW_MAJOR);
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
