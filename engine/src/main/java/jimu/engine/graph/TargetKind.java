package jimu.engine.graph;

/** What a table's column to be predicted holds. */
public enum TargetKind {
    /** Names of classes, to be given to a loss as indices. */
    CLASS,
    /** One of two classes, to be given to a loss as the number 0 or 1. */
    BINARY,
    /** Numbers. */
    NUMBER
}
