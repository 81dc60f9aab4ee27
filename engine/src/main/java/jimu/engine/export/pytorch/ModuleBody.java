package jimu.engine.export.pytorch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jimu.engine.export.pytorch.ModuleCall.Argument;

/**
 * What a class says: what its {@code __init__} registers and what its {@code forward} computes.
 *
 * @param registrations the modules, in order
 * @param ties assignments that tie the parameters of modules
 * @param inputs the variables that {@code forward} takes
 * @param lines what it does
 * @param results the variables that it returns
 */
record ModuleBody(
        List<Registration> registrations,
        List<String> ties,
        List<String> inputs,
        List<ForwardLine> lines,
        List<String> results) {
    /** An attribute, and the modules that stand there. */
    record Registration(String attribute, Kind kind, List<ModuleCall> calls) {
        Registration {
            calls = List.copyOf(calls);
        }

        void write(PythonText python) {
            switch (kind) {
                case MODULE -> calls.forEach(call -> python.call(2, attribute + " = " + call.head(), call.arguments()));
                case NAMED -> python.lines(2, attribute + " = nn.ModuleDict()");
                case CHAIN -> python.call(2, attribute + " = nn.Sequential", elements());
                case LIST -> python.call(2, attribute + " = nn.ModuleList", listed());
            }
        }

        private List<String> listed() {
            List<String> elements = elements();
            int last = elements.size() - 1;
            if (last == 0 && elements.get(0).startsWith("*(")) {
                return List.of(elements.get(0).replaceFirst("^\\*\\((.*)\\)$", "$1"));
            }
            elements.set(0, "[" + elements.get(0));
            elements.set(last, elements.get(last) + "]");
            return elements;
        }

        /** The calls, where more than two alike follow each other as a comprehension. */
        private List<String> elements() {
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < calls.size(); ) {
                String call = calls.get(i).toString();
                int end = i;
                while (end < calls.size() && calls.get(end).toString().equals(call)) {
                    end++;
                }
                if (end - i > 2) {
                    elements.add("*(" + call + " for _ in range(" + (end - i) + "))");
                } else {
                    elements.addAll(Collections.nCopies(end - i, call));
                }
                i = end;
            }
            return elements;
        }
    }

    /** What stands at an attribute. */
    enum Kind {
        MODULE,
        NAMED,
        CHAIN,
        LIST
    }

    ModuleBody {
        registrations = List.copyOf(registrations);
        ties = List.copyOf(ties);
        inputs = List.copyOf(inputs);
        lines = List.copyOf(lines);
        results = List.copyOf(results);
    }

    /** The arguments of all calls, in order. */
    List<Argument> arguments() {
        return registrations.stream()
                .flatMap(registration -> registration.calls().stream())
                .flatMap(call -> call.given().stream())
                .toList();
    }

    /** The body with other values for its arguments, in the order of {@link #arguments}. */
    ModuleBody withValues(List<String> values) {
        List<Registration> changed = new ArrayList<>();
        int next = 0;
        for (Registration registration : registrations) {
            List<ModuleCall> calls = new ArrayList<>();
            for (ModuleCall call : registration.calls()) {
                List<Argument> given = new ArrayList<>();
                for (Argument argument : call.given()) {
                    given.add(argument.withValue(values.get(next++)));
                }
                calls.add(new ModuleCall(call.head(), given));
            }
            changed.add(new Registration(registration.attribute(), registration.kind(), calls));
        }
        return new ModuleBody(changed, ties, inputs, lines, results);
    }

    /** What bodies of one class have in common: all but the values of arguments and the comments. */
    ModuleBody outline() {
        ModuleBody blank = withValues(Collections.nCopies(arguments().size(), ""));
        return blank.withLines(lines.stream().map(ForwardLine::withoutComment).toList());
    }

    ModuleBody withLines(List<ForwardLine> others) {
        return new ModuleBody(registrations, ties, inputs, others, results);
    }

    /** Writes the inside of the class; {@code parameters} are those of {@code __init__}. */
    void write(PythonText python, List<String> parameters) {
        if (!registrations.isEmpty()) {
            List<String> all = new ArrayList<>(List.of("self"));
            all.addAll(parameters);
            python.definition(1, "__init__", all).lines(2, "super().__init__()");
            registrations.forEach(registration -> registration.write(python));
            ties.forEach(tie -> python.lines(2, tie));
            python.lines(0, "");
        }
        List<String> taken = new ArrayList<>(List.of("self"));
        taken.addAll(inputs);
        python.definition(1, "forward", taken);
        lines.forEach(line -> line.write(python));
        python.giving(2, results);
    }
}
