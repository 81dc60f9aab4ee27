package jimu.engine.layer;

import java.util.Collection;
import java.util.List;
import jimu.engine.message.Messages;

/** Says in one sentence which parameter is unknown or has a value of the wrong kind, or which values do not go together. */
public final class ParameterException extends Exception {
    private static final long serialVersionUID = 1;

    private ParameterException(String message) {
        super(message);
    }

    /** No kind has that name. */
    public static ParameterException unknownType(String type, Collection<String> known) {
        return new ParameterException(Messages.text("parameter.unknownType", type, String.join(", ", known)));
    }

    /** A value lies outside the range. */
    public static ParameterException outOfRange(String type, Problem problem) {
        return new ParameterException(Messages.text(
                "parameter.outOfRange", type, problem.arguments().get(0), problem.expected(), problem.found()));
    }

    /** Values that do not go together, as the sentence says. */
    public static ParameterException contradiction(String sentence) {
        return new ParameterException(sentence);
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
