package jimu.engine.runtime;

import java.util.List;
import java.util.Optional;
import jimu.engine.runtime.java.JavaKernels;
import jimu.engine.runtime.nd4j.Nd4jKernels;

/** The kernel sets of this machine. */
public final class Backends {
    /** The names that {@link #named} knows. */
    public static final List<String> NAMES = List.of("auto", "nd4j");

    private Backends() {}

    /** All kernel sets, the fastest first. */
    public static List<KernelSet> all() {
        return List.of(new JavaKernels(), new Nd4jKernels());
    }

    /** The kernel sets under a name: {@code auto} for all, {@code nd4j} for those that run on every platform. */
    public static Optional<List<KernelSet>> named(String name) {
        return NAMES.contains(name) ? Optional.of(all()) : Optional.empty();
    }

    /** The reference set alone, which computes everything in float32 and float64. */
    public static List<KernelSet> reference() {
        return List.of(new Nd4jKernels());
    }
}
