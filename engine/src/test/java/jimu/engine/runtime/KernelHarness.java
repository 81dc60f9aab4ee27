package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.op.Op;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/** One operation of one kernel set, bound to memory of its own, fed from and read into arrays. */
public final class KernelHarness implements AutoCloseable {
    private final Memory memory = new Memory();
    private final List<Tensor> operands = new ArrayList<>();
    private final List<Tensor> results = new ArrayList<>();
    private final List<Optional<Tensor>> operandGradients = new ArrayList<>();
    private final List<Optional<Tensor>> resultGradients = new ArrayList<>();
    private final Kernel kernel;

    /** Binds {@code op} with gradients of its first {@code differentiable} operands, integers excepted. */
    public KernelHarness(KernelSet set, Op op, List<TensorType> types, int differentiable) {
        this(set, op, types, 0, differentiable);
    }

    /** Binds {@code op} with gradients of all operands but the first. */
    public static KernelHarness ofParameters(KernelSet set, Op op, List<TensorType> types) {
        return new KernelHarness(set, op, types, 1, types.size());
    }

    private KernelHarness(KernelSet set, Op op, List<TensorType> types, int fixed, int differentiable) {
        Backward backward = differentiable > 0 ? Backward.WITH : Backward.WITHOUT;
        for (int i = 0; i < types.size(); i++) {
            operands.add(allocate(types.get(i)));
            boolean wanted =
                    i >= fixed && i < differentiable && types.get(i).dtype().isFloating();
            operandGradients.add(wanted ? Optional.of(garbage(types.get(i))) : Optional.empty());
        }
        List<TensorType> resultTypes = op.results(types);
        for (TensorType type : resultTypes) {
            results.add(garbage(type));
            resultGradients.add(differentiable > 0 ? Optional.of(allocate(type)) : Optional.empty());
        }
        kernel = set.find(new Signature(op, types, resultTypes, backward))
                .orElseThrow(() -> new IllegalArgumentException(set.name() + " has no kernel for " + op))
                .bind(new Binding(
                        operands,
                        results,
                        operandGradients,
                        resultGradients,
                        Layouts.ROW_MAJOR,
                        memory,
                        "net.block",
                        7));
    }

    /** Whether {@code set} has a kernel for {@code op} on operands of these types. */
    public static boolean has(KernelSet set, Op op, List<TensorType> types) {
        return set.find(new Signature(op, types, op.results(types), Backward.WITH))
                .isPresent();
    }

    /** The same types with another floating type. */
    public static List<TensorType> in(DType floating, List<TensorType> types) {
        return types.stream()
                .map(type -> type.dtype().isFloating() ? new TensorType(floating, type.shape()) : type)
                .toList();
    }

    public void operand(int place, double[] values) {
        operands.get(place).write(0, values, 0, values.length);
        kernel.parametersChanged();
    }

    public double[] operand(int place) {
        return read(operands.get(place));
    }

    public double[] forward(long step) {
        kernel.forward(step);
        return read(results.get(0));
    }

    public void backward(double[] resultGradient) {
        resultGradients.get(0).orElseThrow().write(0, resultGradient, 0, resultGradient.length);
        kernel.backward();
    }

    /** The bound kernel, to be run by itself. */
    public Kernel kernel() {
        return kernel;
    }

    public double[] gradient(int place) {
        return read(operandGradients.get(place).orElseThrow());
    }

    @Override
    public void close() {
        memory.close();
    }

    private Tensor allocate(TensorType type) {
        return memory.allocate(type.dtype(), type.shape().elements(1));
    }

    private Tensor garbage(TensorType type) {
        Tensor tensor = allocate(type);
        tensor.fill(Double.NaN);
        return tensor;
    }

    private static double[] read(Tensor tensor) {
        double[] values = new double[(int) tensor.length()];
        tensor.read(0, values, 0, values.length);
        return values;
    }
}
