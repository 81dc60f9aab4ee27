package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.runtime.java.JavaKernels;
import jimu.engine.runtime.nd4j.Nd4jKernels;
import jimu.engine.runtime.onednn.OneDnnKernels;

/** The kernel sets of this machine. */
public final class Backends {
    /** The names that {@link #named} knows. */
    public static final List<String> NAMES = List.of("auto", "nd4j");

    private Backends() {}

    /** All kernel sets that this machine can run, the fastest first. */
    public static List<KernelSet> all() {
        List<KernelSet> sets = new ArrayList<>();
        if (OneDnnKernels.available()) {
            sets.add(new OneDnnKernels());
        }
        sets.addAll(portable());
        return sets;
    }

    /** The kernel sets that run on every platform. */
    public static List<KernelSet> portable() {
        return List.of(new JavaKernels(), new Nd4jKernels());
    }

    /** The kernel sets under a name: {@code auto} for all, {@code nd4j} for those that run on every platform. */
    public static Optional<List<KernelSet>> named(String name) {
        return switch (name) {
            case "auto" -> Optional.of(all());
            case "nd4j" -> Optional.of(portable());
            default -> Optional.empty();
        };
    }

    /** The reference set alone, which computes everything in float32 and float64. */
    public static List<KernelSet> reference() {
        return List.of(new Nd4jKernels());
    }
}
