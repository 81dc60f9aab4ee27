package jimu.engine.evaluate;

/** Is told how far a long computation has come, and lets it go on or not. */
@FunctionalInterface
public interface Progress {
    /** Goes on to the end and tells nobody. */
    Progress SILENT = (done, of) -> true;

    /** Whether to go on after {@code done} of {@code of} samples; asked before each batch, on the computing thread. */
    boolean goOn(int done, int of);
}
