package jimu.engine.runtime.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jimu.engine.op.Recurrence;
import jimu.engine.runtime.KernelHarness;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.nd4j.Nd4jKernels;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Native;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrenceKernelTest {
    static Stream<Recurrence> kinds() {
        List<Boolean> both = List.of(false, true);
        return Stream.of(Recurrence.Cell.values())
                .flatMap(cell -> both.stream()
                        .flatMap(two -> both.stream()
                                .flatMap(bias ->
                                        both.stream().map(initial -> new Recurrence(cell, two, bias, initial)))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void outputsStatesAndAllGradientsAreThoseOfNd4j(Recurrence op) {
        compare(op, 7, 3, 5, 9);
    }

    @ParameterizedTest
    @EnumSource(Recurrence.Cell.class)
    void theyAreTooWhereStepsAreLargeEnoughForSeveralThreads(Recurrence.Cell cell) {
        compare(new Recurrence(cell, false, true, true), 3, 160, 6, 128);
    }

    @ParameterizedTest
    @EnumSource(Recurrence.Cell.class)
    void smallStepsLeaveTheThreadsOfOthersAlone(Recurrence.Cell cell) {
        Native.start();
        int threads = Native.threads();
        compare(new Recurrence(cell, false, true, false), 2, 2, 3, 4);
        assertEquals(threads, Native.threads());
    }

    private static void compare(Recurrence op, int steps, int samples, int in, int hidden) {
        List<TensorType> types = new ArrayList<>(List.of(TensorType.float32(steps, samples, in)));
        TensorType state = TensorType.float32(op.directions(), samples, hidden);
        types.addAll(Collections.nCopies(op.initial() ? op.cell().states() : 0, state));
        long rows = (long) op.cell().gates() * hidden;
        for (int direction = 0; direction < op.directions(); direction++) {
            types.add(TensorType.float32(rows, in));
            types.add(TensorType.float32(rows, hidden));
            types.addAll(Collections.nCopies(op.bias() ? 2 : 0, TensorType.float32(rows)));
        }
        List<double[]> expected = run(new Nd4jKernels(), op, types);
        List<double[]> actual = run(new OneDnnKernels(), op, types);
        for (int i = 0; i < expected.size(); i++) {
            double most = 1;
            for (double value : expected.get(i)) {
                most = Math.max(most, Math.abs(value));
            }
            assertArrayEquals(expected.get(i), actual.get(i), 1e-5 * most, "results and gradients, number " + i);
        }
    }

    /** The results and then the gradients of all operands, after a second step with other weights. */
    private static List<double[]> run(KernelSet set, Recurrence op, List<TensorType> types) {
        Random random = new Random(4);
        List<double[]> found = new ArrayList<>();
        try (KernelHarness harness = new KernelHarness(set, op, types, types.size())) {
            for (int step = 0; step < 2; step++) {
                found.clear();
                for (int i = 0; i < types.size(); i++) {
                    harness.operand(i, numbers(random, types.get(i)));
                }
                found.add(harness.forward(step));
                List<TensorType> results = op.results(types);
                for (int i = 1; i < results.size(); i++) {
                    found.add(harness.result(i));
                    harness.resultGradient(i, numbers(random, results.get(i)));
                }
                harness.backward(numbers(random, results.get(0)));
                for (int i = 0; i < types.size(); i++) {
                    found.add(harness.gradient(i));
                }
            }
        }
        return found;
    }

    private static double[] numbers(Random random, TensorType type) {
        return random.doubles(type.shape().elements(1), -0.5, 0.5).toArray();
    }
}
