package jimu.engine.runtime;

import java.util.Optional;

/** The kernels of one backend. The executor takes for each operation the first set that has a kernel for it. */
public interface KernelSet {
    /** The backend's name, as {@code --backend} and the status bar show it. */
    String name();

    /** A way to make the kernel of this signature, if the set has one. */
    Optional<Candidate> find(Signature signature);

    /** A kernel that a set offers, before it is bound to memory. */
    interface Candidate {
        /** Binds the kernel; it may allocate workspaces from the binding's memory. */
        Kernel bind(Binding binding);
    }
}
