package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jimu.engine.op.Activation.Relu;
import jimu.engine.op.Binary;
import jimu.engine.op.Convolution;
import jimu.engine.op.MaxPooling;
import jimu.engine.op.Op;
import jimu.engine.op.Unary;
import jimu.engine.runtime.java.JavaKernels;
import jimu.engine.runtime.nd4j.Nd4jKernels;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Tensor;

/** A set whose values lie backwards before a few unused numbers; it computes with the portable sets and can join a ReLU. */
final class PaddedKernels implements KernelSet {
    /** Backwards, and three numbers after it that mean nothing. */
    enum Padded implements Layout {
        PADDED;

        private static final int UNUSED = 3;

        @Override
        public long elements(TensorType type) {
            return type.shape().elements(1) + UNUSED;
        }
    }

    private static final Choice PORTABLE = new Choice(List.of(new JavaKernels(), new Nd4jKernels()));

    @Override
    public String name() {
        return "padded";
    }

    @Override
    public Optional<Candidate> find(Signature signature) {
        if (signature.op() instanceof Reorder) {
            return Optional.of(binding -> new Turn(
                    new Pair(
                            binding.operands().get(0),
                            binding.operandGradients().get(0)),
                    new Pair(binding.results().get(0), binding.resultGradients().get(0))));
        }
        Op inner = signature.op() instanceof Rectified both ? both.inner() : signature.op();
        boolean known = inner instanceof Unary
                || inner instanceof Binary
                || inner instanceof MaxPooling
                || inner instanceof Convolution;
        return known ? Optional.of(new Backwards(signature, inner)) : Optional.empty();
    }

    /** A value and, where it is wanted, its gradient. */
    private record Pair(Tensor value, Optional<Tensor> gradient) {}

    private record Backwards(Signature signature, Op inner) implements Candidate {
        @Override
        public Layouts layouts(List<Layout> offered) {
            int data = inner instanceof Binary ? 2 : 1;
            return new Layouts(Collections.nCopies(data, Padded.PADDED), List.of(Padded.PADDED));
        }

        @Override
        public Kernel bind(Binding binding) {
            List<Kernel> chain = new ArrayList<>();
            List<Pair> operands = new ArrayList<>();
            for (int k = 0; k < binding.operands().size(); k++) {
                Pair given = new Pair(
                        binding.operands().get(k), binding.operandGradients().get(k));
                if (binding.layouts().operand(k) == Padded.PADDED) {
                    Pair plain =
                            plain(signature.operands().get(k), given.gradient().isPresent(), binding);
                    chain.add(new Turn(given, plain));
                    operands.add(plain);
                } else {
                    operands.add(given);
                }
            }
            Pair last = apply(inner, operands, signature.operands(), binding, chain);
            if (signature.op() instanceof Rectified) {
                last = apply(new Unary(new Relu()), List.of(last), signature.results(), binding, chain);
            }
            Pair result =
                    new Pair(binding.results().get(0), binding.resultGradients().get(0));
            chain.add(binding.layouts().result(0) == Padded.PADDED ? new Turn(last, result) : new Same(last, result));
            return new Chain(chain);
        }

        private Pair apply(Op op, List<Pair> operands, List<TensorType> types, Binding binding, List<Kernel> chain) {
            Pair result = plain(
                    signature.results().get(0), binding.resultGradients().get(0).isPresent(), binding);
            Signature portable = new Signature(op, types, signature.results(), signature.backward());
            chain.add(PORTABLE.require(portable)
                    .bind(new Binding(
                            operands.stream().map(Pair::value).toList(),
                            List.of(result.value()),
                            operands.stream().map(Pair::gradient).toList(),
                            List.of(result.gradient()),
                            Layouts.ROW_MAJOR,
                            binding.memory(),
                            binding.path(),
                            binding.seed())));
            return result;
        }

        private static Pair plain(TensorType type, boolean gradient, Binding binding) {
            long elements = type.shape().elements(1);
            Tensor value = binding.memory().allocate(type.dtype(), elements);
            return new Pair(
                    value,
                    gradient ? Optional.of(binding.memory().allocate(type.dtype(), elements)) : Optional.empty());
        }
    }

    private record Chain(List<Kernel> kernels) implements Kernel {
        @Override
        public void forward(long step) {
            kernels.forEach(kernel -> kernel.forward(step));
        }

        @Override
        public void backward() {
            for (int i = kernels.size() - 1; i >= 0; i--) {
                kernels.get(i).backward();
            }
        }

        @Override
        public void parametersChanged() {
            kernels.forEach(Kernel::parametersChanged);
        }
    }

    /** Turns a value round, and its gradient back. */
    private record Turn(Pair from, Pair to) implements Kernel {
        @Override
        public void forward(long step) {
            turn(from.value(), to.value());
        }

        @Override
        public void backward() {
            from.gradient().ifPresent(gradient -> turn(to.gradient().orElseThrow(), gradient));
        }

        private static void turn(Tensor from, Tensor to) {
            int count = (int) Math.min(from.length(), to.length());
            float[] numbers = new float[count];
            from.read(0, numbers, 0, count);
            for (int i = 0; i < count / 2; i++) {
                float kept = numbers[i];
                numbers[i] = numbers[count - 1 - i];
                numbers[count - 1 - i] = kept;
            }
            to.write(0, numbers, 0, count);
        }
    }

    private record Same(Pair from, Pair to) implements Kernel {
        @Override
        public void forward(long step) {
            to.value().write(0, from.value(), 0, to.value().length());
        }

        @Override
        public void backward() {
            from.gradient()
                    .ifPresent(gradient -> gradient.write(0, to.gradient().orElseThrow(), 0, gradient.length()));
        }
    }
}
