package jimu.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jimu.app.fx.form.FormText;
import jimu.engine.graph.Choice;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.ParameterKind;
import jimu.engine.layer.Schema;

/**
 * Reads an optimiser, schedule or clipping from the command line: {@code SGD}, or {@code SGD,momentum=0.9,nesterov=true}; {@code
 * none} is none of them. A value may hold commas: {@code MultiStepLR,milestones=10,20}.
 */
final class ChoiceText {
    private static final String NONE = "none";

    private ChoiceText() {}

    static Optional<Choice> read(String text, List<? extends Schema<?>> kinds) throws CommandException {
        String[] parts = text.split(",(?=\\s*\\w+=)", -1);
        String name = parts[0].strip();
        if (name.equals(NONE) && parts.length == 1) {
            return Optional.empty();
        }
        Optional<? extends Schema<?>> kind =
                kinds.stream().filter(one -> one.type().equalsIgnoreCase(name)).findFirst();
        if (kind.isEmpty()) {
            throw CommandException.of(
                    "train.choice", name, kinds.stream().map(Schema::type).collect(Collectors.joining(", ")));
        }
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] argument = parts[i].split("=", 2);
            String called = argument[0].strip();
            Optional<Parameter> parameter = kind.get().parameter(called);
            if (parameter.isEmpty()) {
                throw CommandException.of(
                        "train.argument",
                        kind.get().type(),
                        called,
                        kind.get().parameters().stream().map(Parameter::name).collect(Collectors.joining(", ")));
            }
            arguments.put(called, value(parameter.get(), argument[1].strip()));
        }
        return Optional.of(checked(kind.get(), arguments));
    }

    private static Choice checked(Schema<?> kind, Map<String, Object> arguments) throws CommandException {
        try {
            kind.create(arguments);
            return new Choice(kind.type(), arguments);
        } catch (ParameterException e) {
            throw CommandException.saying(String.valueOf(e.getMessage()));
        }
    }

    private static Object value(Parameter parameter, String text) {
        if (parameter.kind() == ParameterKind.FLAG) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> text;
            };
        }
        return FormText.read(parameter.kind(), text);
    }
}
