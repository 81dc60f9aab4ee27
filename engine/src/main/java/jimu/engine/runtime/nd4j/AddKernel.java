package jimu.engine.runtime.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** The sum of two tensors; its gradient goes to both unchanged. */
final class AddKernel implements Kernel {
    private final Tensor result;
    private final List<Tensor> gradients = new ArrayList<>();
    private final Optional<Tensor> resultGradient;
    private final NativeOp forward;

    AddKernel(Bound bound) {
        result = bound.result();
        forward = new NativeOp(
                "add",
                List.of(
                        bound.operand(0).array(bound.shape(0).sizes()),
                        bound.operand(1).array(bound.shape(1).sizes())),
                List.of(bound.result().array(bound.resultShape().sizes())));
        for (int operand = 0; operand < bound.operands(); operand++) {
            bound.gradient(operand).ifPresent(gradients::add);
        }
        resultGradient = gradients.stream().findFirst().map(wanted -> bound.resultGradient());
    }

    @Override
    public void forward(long step) {
        forward.run();
    }

    @Override
    public void backward() {
        if (resultGradient.isPresent()) {
            for (int i = 0; i < gradients.size(); i++) {
                gradients.get(i).write(0, resultGradient.get(), 0, result.length());
            }
        }
    }
}
