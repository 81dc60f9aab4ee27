package jimu.app.session;

import java.util.Optional;
import jimu.engine.shape.TensorType;

/** The answer to: what if a wire were dropped here? */
public sealed interface LinkCheck {
    /** The wire fits; {@code output} is what the target would then give, where that is known. */
    record Fits(Optional<TensorType> output) implements LinkCheck {}

    /** The wire may be made, but the target does not work with it, for a reason told as a sentence. */
    record Marked(String reason) implements LinkCheck {}

    /** The wire cannot be made, for a reason told as a sentence. */
    record Refused(String reason) implements LinkCheck {}

    /** Whether the wire may be made. */
    default boolean allowed() {
        return !(this instanceof Refused);
    }
}
