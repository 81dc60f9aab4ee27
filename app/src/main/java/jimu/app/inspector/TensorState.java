package jimu.app.inspector;

/** What the Tensors tab shows. */
sealed interface TensorState {
    /** Nothing, for a reason told with its cure. */
    record Missing(String sentence) implements TensorState {}

    /** A tensor's numbers. */
    record Shown(TensorReading reading) implements TensorState {}
}
