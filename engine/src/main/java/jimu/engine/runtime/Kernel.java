package jimu.engine.runtime;

/**
 * Forward and backward of one operation, bound to its memory once and run many times; it owns its workspaces.
 *
 * <p>Running allocates nothing. A kernel is used by one thread at a time.
 */
public interface Kernel {
    /** Computes the results from the operands; {@code step} chooses the numbers of random streams. */
    void forward(long step);

    /**
     * Computes the gradients of the operands from those of the results, overwriting what was there. Called only after {@link
     * #forward}, and only when bound with gradients.
     */
    void backward();

    /** Told after the parameters among the operands have changed, so that copies in other layouts can be refreshed. */
    default void parametersChanged() {}
}
