package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jimu.engine.op.Op;
import jimu.engine.runtime.KernelHarness.Lies;
import jimu.engine.shape.TensorType;

/**
 * One operation with values for its operands.
 *
 * @param differentiable how many of the first operands have gradients
 */
public record OpCase(Op op, List<TensorType> operands, List<double[]> values, int differentiable) {
    /** What a kernel made of a case: result, operands afterwards and gradients. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    public record Outcome(double[] result, List<double[]> operands, List<double[]> gradients) {}

    public long resultLength() {
        return op.results(operands).get(0).shape().elements(1);
    }

    public KernelHarness bind(KernelSet set) {
        return bind(set, Lies.ROW_MAJOR);
    }

    /** A kernel fed with these values, which lie as told. */
    public KernelHarness bind(KernelSet set, Lies lies) {
        KernelHarness harness = new KernelHarness(set, op, operands, differentiable, lies);
        for (int i = 0; i < values.size(); i++) {
            harness.operand(i, values.get(i));
        }
        return harness;
    }

    /** Runs forward at step 3 and backward from {@code resultGradient}. */
    public Outcome run(KernelSet set, double[] resultGradient) {
        return run(set, Lies.ROW_MAJOR, resultGradient);
    }

    /** The same with the values lying as told. */
    public Outcome run(KernelSet set, Lies lies, double[] resultGradient) {
        try (KernelHarness harness = bind(set, lies)) {
            double[] result = harness.forward(3);
            harness.backward(resultGradient);
            List<double[]> gradients = new ArrayList<>();
            List<double[]> after = new ArrayList<>();
            for (int i = 0; i < operands.size(); i++) {
                after.add(harness.operand(i));
                if (i < differentiable) {
                    boolean floating = operands.get(i).dtype().isFloating();
                    gradients.add(floating ? harness.gradient(i) : new double[0]);
                }
            }
            return new Outcome(result, after, gradients);
        }
    }

    /** The operation and its shapes, for messages. */
    @Override
    public String toString() {
        return op + " of " + operands;
    }

    /** The largest magnitude, at least 1. */
    public static double scale(double[] values) {
        return Math.max(1, Arrays.stream(values).map(Math::abs).max().orElse(0));
    }
}
