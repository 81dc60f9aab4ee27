package jimu.engine.graph;

/** Which weights a training ends with. */
public enum FinalWeights {
    /** Those after its last step. */
    LAST,
    /** Those whose monitored reading was the best. */
    BEST
}
