package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.op.Activation.Relu;
import jimu.engine.op.Op;
import jimu.engine.op.Unary;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Tensor;

/** The way around a kernel that loses what is not a number: kernels that keep it, between reorders where they want other layouts. */
final class Detour implements Kernel {
    private final Signature signature;
    private final Binding binding;
    private final Choice choice;
    private final List<Kernel> chain = new ArrayList<>();

    /** A value, how it lies, and its gradient where one is wanted. */
    private record Lying(TensorType type, Layout layout, Tensor value, Optional<Tensor> gradient) {}

    Detour(Signature signature, Binding binding, Choice choice) {
        this.signature = signature;
        this.binding = binding;
        this.choice = choice;
        List<Lying> operands = new ArrayList<>();
        for (int k = 0; k < binding.operands().size(); k++) {
            operands.add(new Lying(
                    signature.operands().get(k),
                    binding.layouts().operand(k),
                    binding.operands().get(k),
                    binding.operandGradients().get(k)));
        }
        List<Lying> results = new ArrayList<>();
        for (int k = 0; k < binding.results().size(); k++) {
            results.add(new Lying(
                    signature.results().get(k),
                    binding.layouts().result(k),
                    binding.results().get(k),
                    binding.resultGradients().get(k)));
        }
        if (signature.op() instanceof Rectified both) {
            Lying between = like(results.get(0), results.get(0).layout());
            apply(both.inner(), operands, List.of(between));
            apply(new Unary(new Relu()), List.of(between), results);
        } else {
            apply(signature.op(), operands, results);
        }
    }

    private void apply(Op op, List<Lying> operands, List<Lying> results) {
        Signature asked = new Signature(op, types(operands), types(results), signature.backward());
        KernelSet.Candidate candidate = choice.requireKeeping(asked);
        Layouts layouts = candidate.layouts(operands.stream().map(Lying::layout).toList());
        List<Lying> read = new ArrayList<>();
        for (int k = 0; k < operands.size(); k++) {
            Lying operand = operands.get(k);
            if (operand.layout().equals(layouts.operand(k))) {
                read.add(operand);
            } else {
                read.add(like(operand, layouts.operand(k)));
                reorder(operand, read.get(k));
            }
        }
        List<Lying> written = new ArrayList<>();
        for (int k = 0; k < results.size(); k++) {
            Lying result = results.get(k);
            written.add(result.layout().equals(layouts.result(k)) ? result : like(result, layouts.result(k)));
        }
        add(candidate, read, written, layouts);
        for (int k = 0; k < results.size(); k++) {
            if (!written.get(k).layout().equals(results.get(k).layout())) {
                reorder(written.get(k), results.get(k));
            }
        }
    }

    private void reorder(Lying from, Lying to) {
        Op op = new Reorder(from.layout(), to.layout());
        Signature asked = new Signature(op, List.of(from.type()), List.of(to.type()), signature.backward());
        add(
                choice.require(asked),
                List.of(from),
                List.of(to),
                new Layouts(List.of(from.layout()), List.of(to.layout())));
    }

    private void add(KernelSet.Candidate candidate, List<Lying> operands, List<Lying> results, Layouts layouts) {
        chain.add(candidate.bind(new Binding(
                operands.stream().map(Lying::value).toList(),
                results.stream().map(Lying::value).toList(),
                operands.stream().map(Lying::gradient).toList(),
                results.stream().map(Lying::gradient).toList(),
                layouts,
                binding.memory(),
                binding.path(),
                binding.seed())));
    }

    private Lying like(Lying other, Layout layout) {
        long elements = layout.elements(other.type());
        Tensor value = binding.memory().allocate(other.type().dtype(), elements);
        return new Lying(
                other.type(),
                layout,
                value,
                other.gradient().map(wanted -> binding.memory().allocate(wanted.dtype(), elements)));
    }

    private static List<TensorType> types(List<Lying> values) {
        return values.stream().map(Lying::type).toList();
    }

    @Override
    public void forward(long step) {
        for (int i = 0; i < chain.size(); i++) {
            chain.get(i).forward(step);
        }
    }

    @Override
    public void backward() {
        for (int i = chain.size() - 1; i >= 0; i--) {
            chain.get(i).backward();
        }
    }

    @Override
    public void parametersChanged() {
        for (int i = 0; i < chain.size(); i++) {
            chain.get(i).parametersChanged();
        }
    }
}
