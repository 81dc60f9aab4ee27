package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jimu.engine.op.Convolution;
import jimu.engine.op.Margins;
import jimu.engine.runtime.KernelHarness.Lies;
import jimu.engine.runtime.nd4j.Nd4jKernels;
import jimu.engine.runtime.onednn.OneDnnKernels;
import jimu.engine.shape.DType;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In float32 a convolution is computed in one of several ways, chosen by its shape; in float64 always in the same. */
class ConvolutionTest {
    private static final TensorType PICTURES = TensorType.float32(3, 12, 9, 8);

    static Stream<Convolution> kinds() {
        List<Convolution> kinds = new ArrayList<>();
        for (int groups : new int[] {1, 2, 6, 12}) {
            for (int dilation = 1; dilation <= 2; dilation++) {
                for (Margins margins :
                        List.of(Margins.NONE, Margins.symmetric(new IntPair(2, 1)), new Margins(1, 0, 0, 2))) {
                    kinds.add(new Convolution(IntPair.of(1), margins, IntPair.of(dilation), groups));
                    kinds.add(new Convolution(new IntPair(2, 3), margins, new IntPair(dilation, 1), groups));
                }
            }
        }
        return kinds.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bothTypesAgree(Convolution op) {
        OpCase.Outcome expected = outcome(op, DType.FLOAT64, 3);
        OpCase.Outcome actual = outcome(op, DType.FLOAT32, 3);
        equal(expected.result(), actual.result());
        assertEquals(3, actual.gradients().size());
        for (int i = 0; i < 3; i++) {
            equal(expected.gradients().get(i), actual.gradients().get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onednnAgreesInEveryLayout(Convolution op) {
        OpCase given = given(op, DType.FLOAT32, 3);
        OpCase.Outcome expected = outcome(op, DType.FLOAT64, 3);
        for (Lies lies : Lies.values()) {
            OpCase.Outcome actual = given.run(new OneDnnKernels(), lies, direction(given));
            equal(expected.result(), actual.result());
            for (int i = 0; i < 3; i++) {
                equal(expected.gradients().get(i), actual.gradients().get(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void parametersHaveTheirGradientsWhereThePictureNeedsNone(int groups) {
        Convolution op = new Convolution(IntPair.of(1), Margins.symmetric(IntPair.of(1)), IntPair.of(1), groups);
        List<double[]> expected = outcome(op, DType.FLOAT64, 3).gradients();
        List<double[]> actual = parameterGradients(op);
        equal(expected.get(1), actual.get(0));
        equal(expected.get(2), actual.get(1));
    }

    private static OpCase.Outcome outcome(Convolution op, DType floating, int differentiable) {
        OpCase given = given(op, floating, differentiable);
        return given.run(new Nd4jKernels(), direction(given));
    }

    private static List<double[]> parameterGradients(Convolution op) {
        OpCase given = given(op, DType.FLOAT32, 3);
        try (KernelHarness harness = KernelHarness.ofParameters(new Nd4jKernels(), op, given.operands())) {
            for (int i = 0; i < given.values().size(); i++) {
                harness.operand(i, given.values().get(i));
            }
            harness.forward(1);
            harness.backward(direction(given));
            return List.of(harness.gradient(1), harness.gradient(2));
        }
    }

    private static OpCase given(Convolution op, DType floating, int differentiable) {
        List<TensorType> types = KernelHarness.in(
                floating, List.of(PICTURES, TensorType.float32(12, 12 / op.groups(), 3, 2), TensorType.float32(12)));
        Random random = new Random(op.hashCode());
        List<double[]> values =
                types.stream().map(type -> rounded(random, type.shape())).toList();
        return new OpCase(op, types, values, differentiable);
    }

    /** Values that both types hold exactly. */
    private static double[] rounded(Random random, TensorShape shape) {
        return random.ints(shape.elements(1), -32, 33)
                .mapToDouble(i -> i / 32.0)
                .toArray();
    }

    private static double[] direction(OpCase given) {
        return new Random(2).doubles(given.resultLength(), -1, 1).toArray();
    }

    private static void equal(double[] expected, double[] actual) {
        assertArrayEquals(expected, actual, 1e-5 * OpCase.scale(expected));
    }
}
