package jimu.app.session;

import java.util.Optional;
import jimu.engine.data.LoadedData;

/** How far the open document's data have come. */
public sealed interface DataState {
    /** None are chosen. */
    record None() implements DataState {}

    /** They are being read. */
    record Loading() implements DataState {}

    /** They are there. */
    record Ready(LoadedData data) implements DataState {}

    /** They cannot be used, for a reason told as a sentence. */
    record Failed(String sentence) implements DataState {}

    /** The data, if they are there. */
    default Optional<LoadedData> loaded() {
        return this instanceof Ready ready ? Optional.of(ready.data()) : Optional.empty();
    }
}
