package jimu.engine.op;

/** A group of forward values that a backward pass can ask to be kept. A kernel's workspace is its own and needs no entry. */
public enum Need {
    /** All operands, parameters included. */
    OPERANDS,
    /** The results. */
    RESULTS
}
