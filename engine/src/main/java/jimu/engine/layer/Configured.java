package jimu.engine.layer;

import java.util.Optional;

/** A record of hyper-parameters that settings choose by PyTorch's name: an optimiser, a schedule, a clipping. */
public interface Configured {
    /** Why its parameters, each in its range, do not go together, in one sentence; empty if they do. */
    default Optional<String> contradiction() {
        return Optional.empty();
    }

    /** The name in the catalogue, in files and in PyTorch. */
    default String type() {
        return getClass().getSimpleName();
    }
}
