package jimu.engine.runtime;

import java.util.List;
import jimu.engine.message.Messages;
import jimu.engine.shape.TensorType;

/** None of the kernel sets chosen computes an operation; the message says which in a sentence. */
public final class MissingKernelException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    MissingKernelException(List<KernelSet> sets, Signature signature) {
        super(Messages.text(
                "runtime.kernel.missing",
                String.join(", ", sets.stream().map(KernelSet::name).toList()),
                signature.op().name(),
                String.join(
                        " and ",
                        signature.operands().stream().map(TensorType::toString).toList())));
    }
}
