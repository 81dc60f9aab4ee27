package jimu.engine.runtime.nd4j;

import java.util.List;
import jimu.engine.runtime.Binding;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.Signature;
import jimu.engine.tensor.Tensor;

/** The sum of two tensors; its gradient goes to both unchanged. */
final class AddKernel implements Kernel {
    private final Bound bound;
    private final NativeOp forward;

    AddKernel(Signature signature, Binding binding) {
        bound = new Bound(signature, binding);
        forward = new NativeOp(
                "add",
                List.of(
                        bound.operand(0).array(bound.shape(0).sizes()),
                        bound.operand(1).array(bound.shape(1).sizes())),
                List.of(bound.result().array(bound.resultShape().sizes())));
    }

    @Override
    public void forward(long step) {
        forward.run();
    }

    @Override
    public void backward() {
        for (int operand = 0; operand < bound.operands(); operand++) {
            if (bound.gradient(operand).isPresent()) {
                Tensor gradient = bound.gradient(operand).get();
                gradient.write(0, bound.resultGradient(), 0, gradient.length());
            }
        }
    }
}
