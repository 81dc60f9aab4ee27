package jimu.engine.runtime.nd4j;

import java.util.Optional;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.Binding;
import jimu.engine.runtime.Signature;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A signature together with the memory bound to it: tensors and arrays by their place among operands and results.
 *
 * @param signature what the kernel is asked for
 * @param binding its memory
 */
record Bound(Signature signature, Binding binding) {
    /** The floating type in which the kernel computes. */
    DType dtype() {
        return signature.operands().get(0).dtype();
    }

    /** Whether backward will run. */
    boolean backward() {
        return signature.backward() == Backward.WITH;
    }

    /** How many operands there are. */
    int operands() {
        return signature.operands().size();
    }

    TensorShape shape(int operand) {
        return signature.operands().get(operand).shape();
    }

    TensorShape resultShape() {
        return signature.results().get(0).shape();
    }

    Tensor operand(int place) {
        return binding.operands().get(place);
    }

    Tensor result() {
        return binding.results().get(0);
    }

    Optional<Tensor> gradient(int operand) {
        return binding.operandGradients().get(operand);
    }

    Tensor resultGradient() {
        return binding.resultGradients()
                .get(0)
                .orElseThrow(() -> new IllegalArgumentException("Nothing gave a gradient for the result of "
                        + signature.op().name() + " at " + binding.path()));
    }

    /** A tensor of the kernel's own, zeros at first. */
    Tensor workspace(long elements) {
        return binding.memory().allocate(dtype(), elements);
    }

    /** The wanted gradient of an operand, or a place for one that nobody reads. */
    Tensor gradientOrWorkspace(int operand) {
        return gradient(operand).orElseGet(() -> workspace(operand(operand).length()));
    }

    INDArray operandArray(int place) {
        return operand(place).array(shape(place).sizes());
    }

    INDArray resultArray() {
        return result().array(resultShape().sizes());
    }
}
