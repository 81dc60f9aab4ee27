package jimu.engine.export.pytorch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jimu.engine.export.pytorch.Step.Form;
import jimu.engine.graph.FlatBlock.Endpoint;

/** What stands in {@code forward}: a line for each step, and the variables that lead from one to the next. */
final class ForwardPass {
    private static final String CHAIN = "x";
    private static final int DEPTH = 2;

    private final String scope;
    private final List<Step> steps;
    private final List<Endpoint> results;
    private final PythonNames names;
    private final Map<Endpoint, String> variables;
    private final Set<Endpoint> read = new HashSet<>();

    /**
     * The pass of a scope.
     *
     * @param inputs the variables of what comes in
     * @param results what is given back
     * @param names the names of {@code inputs} are taken in them
     */
    ForwardPass(
            String scope, List<Step> steps, Map<Endpoint, String> inputs, List<Endpoint> results, PythonNames names) {
        this.scope = scope;
        this.steps = steps;
        this.results = results;
        this.names = names;
        variables = new HashMap<>(inputs);
        read.addAll(results);
        for (Step step : steps) {
            read.addAll(step.values());
            if (step.form() == Form.LOOP) {
                read.addAll(step.results());
            }
        }
        nameMainResults(chain(inputs.keySet()));
        nameFurtherResults();
    }

    /**
     * The lines of a step.
     *
     * @param module the attribute that computes it if there is one
     * @param comment what is said of a value in a comment
     */
    List<ForwardLine> lines(Step step, String module, Function<Endpoint, String> comment) {
        Map<String, String> made = new HashMap<>();
        step.makes().forEach((port, value) -> made.put(port, variables.getOrDefault(value, "_")));
        String targets = step.spelling()
                .results()
                .orElseGet(() -> step.makes().keySet().stream()
                        .map(port -> "{" + port + "}")
                        .collect(Collectors.joining(", ")));
        targets = withoutUnread(filled(targets, made));
        String comments = step.results().stream()
                .filter(variables::containsKey)
                .map(comment)
                .collect(Collectors.joining(", "));
        if (step.form() == Form.LOOP) {
            return loop(step, module, targets, comments);
        }
        Map<String, String> values = new HashMap<>(Map.of("module", module));
        step.reads().forEach((port, from) -> from.ifPresent(value -> values.put(port, variable(value))));
        String call =
                step.spelling().call().map(text -> filled(text, values)).orElseGet(() -> module + arguments(step));
        return List.of(new ForwardLine(DEPTH, targets, call, comments));
    }

    /** The variables of what is given back. */
    List<String> results() {
        return results.stream().map(this::variable).toList();
    }

    private List<ForwardLine> loop(Step step, String module, String targets, String comments) {
        List<ForwardLine> lines = new ArrayList<>();
        String first = step.values().stream().map(this::variable).collect(Collectors.joining(", "));
        if (!first.equals(targets)) {
            lines.add(new ForwardLine(DEPTH, targets, first, ""));
        }
        String each = names.variable("each");
        lines.add(new ForwardLine(DEPTH, "", "for " + each + " in " + module + ":", ""));
        lines.add(new ForwardLine(DEPTH + 1, targets, each + "(" + targets + ")", comments));
        return lines;
    }

    /** A value that only the next call reads is called {@code chain}; another one gets its step's name. */
    private void nameMainResults(String chain) {
        for (int i = 0; i < steps.size(); i++) {
            Endpoint made = steps.get(i).results().get(0);
            boolean last = i == steps.size() - 1;
            boolean passing = last
                    ? results.equals(List.of(made))
                    : !results.contains(made) && readers(made).equals(List.of(i + 1));
            if (read.contains(made)) {
                variables.put(
                        made,
                        passing ? chain : names.variable(within(steps.get(i).path())));
            }
        }
    }

    /** Another result is called like its port where that says enough, else also after its step. */
    private void nameFurtherResults() {
        Map<String, Integer> counts = new HashMap<>();
        for (Step step : steps) {
            further(step).keySet().forEach(port -> counts.merge(port, 1, Integer::sum));
        }
        for (Step step : steps) {
            further(step).forEach((port, made) -> {
                boolean only = counts.getOrDefault(port, 0) == 1;
                variables.put(made, names.variable(only ? port : within(step.path()) + "_" + port));
            });
        }
    }

    private Map<String, Endpoint> further(Step step) {
        Map<String, Endpoint> further = new LinkedHashMap<>(step.makes());
        further.values()
                .removeIf(made ->
                        !read.contains(made) || made.equals(step.results().get(0)));
        return further;
    }

    /** The name of passing values; that of the only input if that one passes as well. */
    private String chain(Set<Endpoint> inputs) {
        if (!variables.containsValue(CHAIN)) {
            return names.variable(CHAIN);
        }
        boolean passing = inputs.size() == 1
                && inputs.stream()
                        .allMatch(input ->
                                !results.contains(input) && readers(input).size() == 1);
        return passing ? CHAIN : names.variable("y");
    }

    /** The places of the steps that read a value. */
    private List<Integer> readers(Endpoint made) {
        List<Integer> readers = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).values().contains(made)) {
                readers.add(i);
            }
        }
        return readers;
    }

    /** What goes in in brackets; after an open port by keyword. */
    private String arguments(Step step) {
        List<String> arguments = new ArrayList<>();
        boolean gap = false;
        for (Map.Entry<String, Optional<Endpoint>> wire : step.reads().entrySet()) {
            if (wire.getValue().isPresent()) {
                String variable = variable(wire.getValue().get());
                arguments.add(gap ? wire.getKey() + "=" + variable : variable);
            }
            gap |= wire.getValue().isEmpty();
        }
        return "(" + String.join(", ", arguments) + ")";
    }

    private String variable(Endpoint made) {
        return variables.getOrDefault(made, "");
    }

    private String within(String path) {
        return scope.isEmpty() ? path : path.substring(scope.length() + 1);
    }

    private static String filled(String template, Map<String, String> values) {
        String text = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    /** {@code (_, _)} as {@code _}. */
    private static String withoutUnread(String targets) {
        return targets.replaceAll("\\(_(, _)*\\)", "_");
    }
}
