package jimu.engine.runtime;

import java.util.Optional;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/**
 * A signature together with the memory bound to it: what a kernel with one result works on, by place among the operands.
 *
 * @param signature what the kernel is asked for
 * @param binding its memory
 */
public record Bound(Signature signature, Binding binding) {
    /** The floating type in which the kernel computes. */
    public DType dtype() {
        return signature.floating();
    }

    /** How many operands there are. */
    public int operands() {
        return signature.operands().size();
    }

    /** The shape of an operand. */
    public TensorShape shape(int operand) {
        return signature.operands().get(operand).shape();
    }

    /** An operand. */
    public Tensor operand(int place) {
        return binding.operands().get(place);
    }

    /** The shape of the result. */
    public TensorShape resultShape() {
        return signature.results().get(0).shape();
    }

    /** The result. */
    public Tensor result() {
        return binding.results().get(0);
    }

    /** Whether backward will run. */
    public boolean backward() {
        return signature.backward() == Backward.WITH;
    }

    /** The gradient of an operand, where it is wanted. */
    public Optional<Tensor> gradient(int operand) {
        return backward() ? binding.operandGradients().get(operand) : Optional.empty();
    }

    /** The wanted gradient of an operand, or a place for one that nobody reads. */
    public Tensor gradientOrWorkspace(int operand) {
        return gradient(operand).orElseGet(() -> workspace(operand(operand).length()));
    }

    /** The gradient of the result. Throws IllegalArgumentException if there is none. */
    public Tensor resultGradient() {
        return binding.resultGradients()
                .get(0)
                .orElseThrow(() -> new IllegalArgumentException("Nothing gave a gradient for the result of "
                        + signature.op().name() + " at " + binding.path()));
    }

    /** A tensor of the kernel's own in its floating type, zeros at first. */
    public Tensor workspace(long elements) {
        return binding.memory().allocate(dtype(), elements);
    }
}
