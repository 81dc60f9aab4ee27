package jimu.engine.export.pytorch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jimu.engine.export.pytorch.ModuleCall.Argument;
import jimu.engine.graph.FlatGroup;

/**
 * The nn.Module classes of a network's groups: one for each definition, whose {@code __init__} takes the sizes in which its uses
 * differ. Uses that differ in more, such as an output that only one of them has, are of several classes.
 */
final class GroupClasses {
    private final ModuleScopes scopes;
    private final ModuleBodies bodies;
    private final Set<String> taken;
    private final Map<String, List<FlatGroup>> uses = new LinkedHashMap<>();
    private final Map<String, ModuleCall> calls = new HashMap<>();
    private final List<Written> classes = new ArrayList<>();

    /** A class with the parameters of its {@code __init__}. */
    private record Written(String name, String title, List<String> parameters, ModuleBody body) {}

    GroupClasses(ModuleScopes scopes, ModuleBodies bodies, Set<String> taken) {
        this.scopes = scopes;
        this.bodies = bodies;
        this.taken = new LinkedHashSet<>(taken);
        for (FlatGroup group : scopes.callable()) {
            uses.computeIfAbsent(group.definition().name(), name -> new ArrayList<>())
                    .add(group);
        }
        Set<String> done = new LinkedHashSet<>();
        uses.keySet().forEach(definition -> define(definition, done));
    }

    /** The call that makes a group's module. */
    ModuleCall call(FlatGroup group) {
        return Objects.requireNonNull(calls.get(group.path()), group.path());
    }

    /** Writes the classes, each after those that it uses. */
    void write(PythonText python) {
        for (Written one : classes) {
            python.lines(0, "class " + one.name() + "(nn.Module):");
            if (!PythonNames.camelCase(one.title()).equals(one.name())) {
                python.docstring(1, one.title(), List.of()).lines(0, "");
            }
            one.body().write(python, one.parameters());
            python.lines(0, "", "");
        }
    }

    private void define(String definition, Set<String> done) {
        if (!done.add(definition)) {
            return;
        }
        List<FlatGroup> groups = uses.getOrDefault(definition, List.of());
        for (FlatGroup group : scopes.callable()) {
            if (groups.stream().anyMatch(around -> group.path().startsWith(around.path() + "."))) {
                define(group.definition().name(), done);
            }
        }
        Map<ModuleBody, Map<FlatGroup, ModuleBody>> alike = new LinkedHashMap<>();
        for (FlatGroup group : groups) {
            ModuleBody body = bodies.group(group, this::call);
            alike.computeIfAbsent(body.outline(), outline -> new LinkedHashMap<>())
                    .put(group, body);
        }
        alike.values().forEach(same -> define(definition, same));
    }

    private void define(String title, Map<FlatGroup, ModuleBody> same) {
        String name = PythonNames.groupName(title, taken);
        taken.add(name);
        List<ModuleBody> all = List.copyOf(same.values());
        ClassParameters parameters = ClassParameters.of(all);
        classes.add(new Written(name, title, parameters.names(), merged(all, parameters)));
        int use = 0;
        for (FlatGroup group : same.keySet()) {
            List<Argument> given = new ArrayList<>();
            for (String parameter : parameters.names()) {
                String keyword = parameters.names().size() == 1 ? "" : parameter + "=";
                given.add(new Argument(parameter, keyword, parameters.value(parameter, use)));
            }
            calls.put(group.path(), new ModuleCall(name, given));
            use++;
        }
    }

    /** The body with parameters for arguments, and of the comments those that hold for all uses. */
    private static ModuleBody merged(List<ModuleBody> all, ClassParameters parameters) {
        List<ForwardLine> lines = new ArrayList<>();
        for (int i = 0; i < all.get(0).lines().size(); i++) {
            int place = i;
            ForwardLine line = all.get(0).lines().get(i);
            boolean agreed =
                    all.stream().allMatch(body -> body.lines().get(place).equals(line));
            lines.add(agreed ? line : line.withoutComment());
        }
        return all.get(0).withValues(parameters.arguments()).withLines(lines);
    }
}
