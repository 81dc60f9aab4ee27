package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jimu.engine.op.Op;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.KernelSet.Candidate;
import jimu.engine.runtime.Layout.RowMajor;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/** One operation of one kernel set, bound to memory of its own, fed from and read into arrays. */
public final class KernelHarness implements AutoCloseable {
    /** How the kernel's values lie. */
    public enum Lies {
        ROW_MAJOR,
        AS_THE_KERNEL_LIKES
    }

    private final Memory memory = new Memory();
    private final List<Tensor> operands = new ArrayList<>();
    private final List<Tensor> results = new ArrayList<>();
    private final List<Optional<Tensor>> operandGradients = new ArrayList<>();
    private final List<Optional<Tensor>> resultGradients = new ArrayList<>();
    private final List<Kernel> before = new ArrayList<>();
    private final List<Kernel> after = new ArrayList<>();
    private final Kernel kernel;

    /** Binds {@code op} with gradients of its first {@code differentiable} operands, integers excepted. */
    public KernelHarness(KernelSet set, Op op, List<TensorType> types, int differentiable) {
        this(set, op, types, differentiable, Lies.ROW_MAJOR);
    }

    /** The same with the values lying inside as told; outside they are always row-major. */
    public KernelHarness(KernelSet set, Op op, List<TensorType> types, int differentiable, Lies lies) {
        this(set, op, types, 0, differentiable, lies);
    }

    /** Binds {@code op} with gradients of all operands but the first. */
    public static KernelHarness ofParameters(KernelSet set, Op op, List<TensorType> types) {
        return new KernelHarness(set, op, types, 1, types.size(), Lies.ROW_MAJOR);
    }

    private KernelHarness(KernelSet set, Op op, List<TensorType> types, int fixed, int differentiable, Lies lies) {
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
        Signature signature = new Signature(op, types, resultTypes, backward);
        Candidate candidate = set.find(signature)
                .orElseThrow(() -> new IllegalArgumentException(set.name() + " has no kernel for " + op));
        Layouts layouts = lies == Lies.AS_THE_KERNEL_LIKES
                ? candidate.layouts(Collections.nCopies(types.size(), RowMajor.ROW_MAJOR))
                : Layouts.ROW_MAJOR;
        kernel = candidate.bind(binding(set, types, resultTypes, layouts));
    }

    /** What the kernel works on: this harness's tensors, or others between which reorders mediate. */
    private Binding binding(KernelSet set, List<TensorType> types, List<TensorType> resultTypes, Layouts layouts) {
        List<Tensor> inner = new ArrayList<>();
        List<Optional<Tensor>> innerGradients = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            Layout layout = layouts.operand(i);
            Tensor value = layout == RowMajor.ROW_MAJOR ? operands.get(i) : packed(types.get(i), layout);
            Optional<Tensor> gradient = layout == RowMajor.ROW_MAJOR
                    ? operandGradients.get(i)
                    : operandGradients.get(i).map(plain -> packed(types.get(0), layout));
            if (layout != RowMajor.ROW_MAJOR) {
                before.add(reorder(
                        set,
                        types.get(i),
                        RowMajor.ROW_MAJOR,
                        layout,
                        operands.get(i),
                        value,
                        operandGradients.get(i),
                        gradient));
            }
            inner.add(value);
            innerGradients.add(gradient);
        }
        List<Tensor> innerResults = new ArrayList<>();
        List<Optional<Tensor>> above = new ArrayList<>();
        for (int i = 0; i < resultTypes.size(); i++) {
            Layout layout = layouts.result(i);
            TensorType type = resultTypes.get(i);
            Tensor value = layout == RowMajor.ROW_MAJOR ? results.get(i) : packed(type, layout);
            Optional<Tensor> gradient = layout == RowMajor.ROW_MAJOR
                    ? resultGradients.get(i)
                    : resultGradients.get(i).map(plain -> packed(type, layout));
            if (layout != RowMajor.ROW_MAJOR) {
                after.add(reorder(
                        set,
                        type,
                        layout,
                        RowMajor.ROW_MAJOR,
                        value,
                        results.get(i),
                        gradient,
                        resultGradients.get(i)));
            }
            innerResults.add(value);
            above.add(gradient);
        }
        return new Binding(inner, innerResults, innerGradients, above, layouts, memory, "net.block", 7);
    }

    private Kernel reorder(
            KernelSet set,
            TensorType type,
            Layout from,
            Layout to,
            Tensor source,
            Tensor target,
            Optional<Tensor> sourceGradient,
            Optional<Tensor> targetGradient) {
        boolean both = sourceGradient.isPresent() && targetGradient.isPresent();
        return set.find(new Signature(
                        new Reorder(from, to), List.of(type), List.of(type), both ? Backward.WITH : Backward.WITHOUT))
                .orElseThrow()
                .bind(new Binding(
                        List.of(source),
                        List.of(target),
                        List.of(sourceGradient),
                        List.of(targetGradient),
                        new Layouts(List.of(from), List.of(to)),
                        memory,
                        "net.block",
                        7));
    }

    private Tensor packed(TensorType type, Layout layout) {
        return memory.allocate(type.dtype(), layout.elements(type));
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
        before.forEach(reorder -> reorder.forward(step));
        kernel.forward(step);
        after.forEach(reorder -> reorder.forward(step));
        return read(results.get(0));
    }

    /** What the last forward left in a result. */
    public double[] result(int place) {
        return read(results.get(place));
    }

    /** Gives a result other than the first a gradient for the next backward. */
    public void resultGradient(int place, double[] values) {
        resultGradients.get(place).orElseThrow().write(0, values, 0, values.length);
    }

    public void backward(double[] resultGradient) {
        resultGradients.get(0).orElseThrow().write(0, resultGradient, 0, resultGradient.length);
        after.forEach(Kernel::backward);
        kernel.backward();
        before.forEach(Kernel::backward);
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
