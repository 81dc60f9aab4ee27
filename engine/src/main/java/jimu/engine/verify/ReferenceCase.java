package jimu.engine.verify;

import java.util.List;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.MissingKernelException;

/** One case of a reference file: something PyTorch computed, to be computed by this engine and compared. */
public sealed interface ReferenceCase permits LayerCase, LossCase, NetworkCase, OptimizerCase, ScheduleCase, ShapeCase {
    /** A name for people, unique in its file. */
    String name();

    /**
     * Computes the case and compares.
     *
     * @param sets the kernel sets, the preferred first
     */
    default Outcome verify(List<KernelSet> sets) {
        try {
            return run(sets);
        } catch (MissingKernelException e) {
            return Outcome.unsupported(name(), "kernel", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return Outcome.failed(name(), "broken", e);
        }
    }

    /** The same, and throws what the engine throws. */
    Outcome run(List<KernelSet> sets);
}
