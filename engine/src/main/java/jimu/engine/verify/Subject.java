package jimu.engine.verify;

import java.util.Map;
import java.util.Optional;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Schema;

/**
 * What a case is about: a layer or optimiser made from PyTorch's arguments, or why it cannot be made.
 *
 * @param made the layer or optimiser, if the engine has it with all these parameters and their values can be read
 * @param failure what became of the case, if not
 */
record Subject<T>(Optional<T> made, Optional<Outcome> failure) {
    /** Makes one; {@code name} is the case's, {@code type} PyTorch's class. */
    static <T> Subject<T> of(
            String name, String type, Map<String, Object> arguments, Optional<? extends Schema<T>> schema) {
        if (schema.isEmpty()) {
            return none(Outcome.unsupported(name, "module", type));
        }
        for (String argument : arguments.keySet()) {
            if (schema.get().parameter(argument).isEmpty()) {
                return none(Outcome.unsupported(name, "argument", type, argument));
            }
        }
        try {
            return new Subject<>(Optional.of(schema.get().create(arguments)), Optional.empty());
        } catch (ParameterException e) {
            return none(new Outcome(name, Outcome.Verdict.FAILED, String.valueOf(e.getMessage())));
        }
    }

    private static <T> Subject<T> none(Outcome failure) {
        return new Subject<>(Optional.empty(), Optional.of(failure));
    }
}
