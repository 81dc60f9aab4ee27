package jimu.engine.layer;

import java.util.List;
import jimu.engine.message.Messages;

/** Says in one sentence which parameter of which layer is unknown or has a value of the wrong kind. */
public final class ParameterException extends Exception {
    private static final long serialVersionUID = 1;

    private ParameterException(String message) {
        super(message);
    }

    static ParameterException unknown(String type, String name, List<String> known) {
        return new ParameterException(Messages.text("parameter.unknown", type, name, String.join(", ", known)));
    }

    static ParameterException wrongKind(String type, Parameter parameter, String found) {
        String expected = Messages.text(
                "parameter.kind." + parameter.kind().name().toLowerCase(java.util.Locale.ROOT),
                String.join(", ", parameter.choices()));
        return new ParameterException(Messages.text("parameter.wrongKind", type, parameter.name(), expected, found));
    }
}
