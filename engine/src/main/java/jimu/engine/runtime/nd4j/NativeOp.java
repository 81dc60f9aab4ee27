package jimu.engine.runtime.nd4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** One of the library's operations with its arguments, prepared once and run many times. */
final class NativeOp {
    private final DynamicCustomOp op;
    private final OpContext context;

    /**
     * The operation {@code name} from {@code inputs} into {@code outputs}. All arrays live as long as this object, which keeps
     * them.
     */
    NativeOp(String name, List<INDArray> inputs, List<INDArray> outputs, long... integers) {
        op = DynamicCustomOp.builder(name)
                .addInputs(inputs.toArray(INDArray[]::new))
                .addOutputs(outputs.toArray(INDArray[]::new))
                .build();
        context = Nd4j.getExecutioner().buildContext();
        context.setInputArrays(inputs.toArray(INDArray[]::new));
        context.setOutputArrays(outputs.toArray(INDArray[]::new));
        context.setIArguments(integers);
    }

    /** The same with real-valued arguments. */
    NativeOp withReals(double... reals) {
        context.setTArguments(reals);
        return this;
    }

    void run() {
        Nd4j.getExecutioner().exec(op, context);
    }
}
