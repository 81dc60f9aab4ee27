package jimu.engine.runtime;

import java.util.List;
import java.util.Optional;

/** The kernels of one backend. The executor takes for each operation the first set that has a kernel for it. */
public interface KernelSet {
    /** The backend's name, as {@code --backend} and the status bar show it. */
    String name();

    /** A way to make the kernel of this signature, if the set has one. */
    Optional<Candidate> find(Signature signature);

    /** A kernel that a set offers, before it is bound to memory. */
    interface Candidate {
        /**
         * How the kernel's operands and results will lie if the values that it reads come as {@code offered}. What it asks for and
         * is not offered gets a {@link Reorder} before it. Row-major unless the kernel says otherwise.
         */
        default Layouts layouts(List<Layout> offered) {
            return Layouts.ROW_MAJOR;
        }

        /**
         * Whether the kernel may turn what is not a number, or is infinite, into a number. The executor runs it only where it knows
         * that there is none such.
         */
        default boolean losesWhatIsNoNumber() {
            return false;
        }

        /** Binds the kernel; it may allocate workspaces from the binding's memory. */
        Kernel bind(Binding binding);
    }
}
