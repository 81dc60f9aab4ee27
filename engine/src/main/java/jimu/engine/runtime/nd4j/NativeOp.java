package jimu.engine.runtime.nd4j;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * One of the library's operations with its arguments, prepared once and run many times.
 *
 * <p>It calls the native side itself: ND4J's executioner makes objects at every call.
 */
final class NativeOp {
    private final NativeOps library = NativeOpsHolder.getInstance().getDeviceNativeOps();
    private final String name;
    private final long hash;
    private final OpContext context;
    private final Pointer contextPointer;

    /**
     * The operation {@code name} from {@code inputs} into {@code outputs}. All arrays live as long as this object, which keeps
     * them.
     */
    NativeOp(String name, List<INDArray> inputs, List<INDArray> outputs, long... integers) {
        this.name = name;
        hash = DynamicCustomOp.builder(name).build().opHash();
        context = Nd4j.getExecutioner().buildContext();
        context.setInputArrays(inputs.toArray(INDArray[]::new));
        context.setOutputArrays(outputs.toArray(INDArray[]::new));
        context.setIArguments(integers);
        contextPointer = context.contextPointer();
    }

    /** The same with real-valued arguments. */
    NativeOp withReals(double... reals) {
        context.setTArguments(reals);
        return this;
    }

    void run() {
        if (library.execCustomOp2(null, hash, contextPointer) != 0 || library.lastErrorCode() != 0) {
            throw new IllegalStateException(name + ": " + library.lastErrorMessage());
        }
    }
}
