package jimu.engine.runtime.nd4j;

import java.util.List;
import java.util.Optional;
import jimu.engine.op.Unary;
import jimu.engine.runtime.Binding;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.Signature;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Functions of single elements by the library's operations of their names. */
final class UnaryKernel implements Kernel {
    private final NativeOp forward;
    private final Optional<NativeOp> backward;

    UnaryKernel(Signature signature, Binding binding) {
        Bound bound = new Bound(signature, binding);
        String name = switch (((Unary) signature.op()).function()) {
            case RELU -> "relu";
        };
        INDArray y = bound.resultArray();
        forward = new NativeOp(name, List.of(bound.operandArray(0)), List.of(y)).withReals(0);
        long[] sizes = bound.shape(0).sizes();
        backward = bound.backward()
                ? bound.gradient(0)
                        .map(dx -> new NativeOp(
                                name + "_bp",
                                List.of(y, bound.resultGradient().array(sizes)),
                                List.of(dx.array(sizes))))
                : Optional.empty();
    }

    @Override
    public void forward(long step) {
        forward.run();
    }

    @Override
    public void backward() {
        backward.ifPresent(NativeOp::run);
    }
}
