package jimu.engine.runtime.nd4j;

import java.util.List;
import java.util.Optional;
import jimu.engine.op.Unary;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Functions of single elements by the library's operations of their names. */
final class UnaryKernel implements Kernel {
    private final NativeOp forward;
    private final Optional<NativeOp> backward;

    UnaryKernel(Bound bound) {
        String name = switch (((Unary) bound.signature().op()).function()) {
            case RELU -> "relu";
        };
        INDArray y = bound.result().array(bound.resultShape().sizes());
        forward =
                new NativeOp(name, List.of(bound.operand(0).array(bound.shape(0).sizes())), List.of(y)).withReals(0);
        long[] sizes = bound.shape(0).sizes();
        backward = bound.gradient(0)
                .map(dx -> new NativeOp(
                        name + "_bp", List.of(y, bound.resultGradient().array(sizes)), List.of(dx.array(sizes))));
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
