package jimu.engine.runtime;

import jimu.engine.message.Messages;
import jimu.engine.shape.TensorType;

/** None of the kernel sets chosen computes an operation; the message says which in a sentence. */
public final class MissingKernelException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    MissingKernelException(Signature signature) {
        super(Messages.text(
                "runtime.kernel.missing",
                signature.op().name(),
                String.join(
                        ", ",
                        signature.operands().stream().map(TensorType::toString).toList())));
    }
}
