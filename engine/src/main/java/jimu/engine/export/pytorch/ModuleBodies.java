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
import jimu.engine.export.ExportedNetwork;
import jimu.engine.export.pytorch.ModuleBody.Kind;
import jimu.engine.export.pytorch.ModuleBody.Registration;
import jimu.engine.export.pytorch.Step.Form;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.FlatGroup;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.layer.PyTorch;

/**
 * What the class of each scope says.
 *
 * <p>A module is registered so that the keys of the state dict are {@code path.name}. Blocks that share weights are one module where
 * they are made alike, and else two modules whose parameters are tied.
 */
final class ModuleBodies {
    private static final Set<String> PLAIN_INPUTS = Set.of("in", "input", "x");

    private final ExportedNetwork network;
    private final ModuleScopes scopes;
    private final PythonNames names;
    private final Map<String, String> modules = new HashMap<>();

    /** The modules that are lists, by their paths. */
    private final Set<String> listed = new HashSet<>();

    ModuleBodies(ExportedNetwork network, ModuleScopes scopes) {
        this.network = network;
        this.scopes = scopes;
        List<String> paths = new ArrayList<>();
        network.blocks().forEach(block -> {
            paths.add(block.path());
            paths.add(block.weightsPath());
        });
        names = new PythonNames(paths);
    }

    /** The path of the module that computes a block. */
    String module(FlatBlock block) {
        return modules.getOrDefault(block.path(), "");
    }

    /** What the network's own class says; its inputs have these variables, whose names are taken in {@code variables}. */
    ModuleBody network(Map<Endpoint, String> inputs, PythonNames variables, Function<FlatGroup, ModuleCall> groups) {
        return body(ModuleScopes.NETWORK, inputs, network.outputs(), variables, groups);
    }

    /** What the class of a group says, where {@code groups} are the calls that make the groups inside. */
    ModuleBody group(FlatGroup group, Function<FlatGroup, ModuleCall> groups) {
        PythonNames variables = new PythonNames(List.of());
        Map<String, Endpoint> entries = scopes.inputs(group);
        Map<Endpoint, String> inputs = new LinkedHashMap<>();
        entries.forEach((port, entry) -> {
            boolean plain = entries.size() == 1 && PLAIN_INPUTS.contains(port);
            inputs.put(entry, variables.variable(plain ? "x" : port));
        });
        return body(group.path(), inputs, List.copyOf(scopes.outputs(group).values()), variables, groups);
    }

    private ModuleBody body(
            String scope,
            Map<Endpoint, String> inputs,
            List<Endpoint> results,
            PythonNames variables,
            Function<FlatGroup, ModuleCall> groups) {
        List<Step> steps = scopes.steps(scope);
        Map<String, Registration> registrations = new LinkedHashMap<>();
        List<String> ties = new ArrayList<>();
        for (Step step : steps) {
            if (step.form() == Form.LAYER) {
                register(scope, network.block(step.path()).orElseThrow(), registrations);
            } else {
                register(scope, step, registrations, groups);
            }
        }
        steps.stream()
                .filter(step -> step.form() == Form.LAYER)
                .flatMap(step -> network.block(step.path()).stream())
                .forEach(block -> ties.addAll(ties(scope, block)));
        ForwardPass forward = new ForwardPass(scope, steps, inputs, results, variables);
        List<ForwardLine> lines = new ArrayList<>();
        for (Step step : steps) {
            String path = step.form() == Form.LAYER ? modules.getOrDefault(step.path(), "") : names.module(step.path());
            lines.addAll(forward.lines(
                    step, attribute(scope, path), made -> network.type(made).toString()));
        }
        return new ModuleBody(
                withContainers(scope, registrations), ties, List.copyOf(inputs.values()), lines, forward.results());
    }

    private void register(String scope, FlatBlock block, Map<String, Registration> registrations) {
        Optional<PyTorch.Module> module = network.pytorch(block).module();
        if (module.isEmpty()) {
            return;
        }
        ModuleCall call = call(block, module.get());
        String shared = names.module(block.weightsPath());
        Registration owner = registrations.computeIfAbsent(
                shared,
                path -> registration(
                        scope,
                        path,
                        network.blocks().stream()
                                .filter(other -> other.path().equals(block.weightsPath()))
                                .findFirst()
                                .flatMap(
                                        other -> network.pytorch(other).module().map(its -> call(other, its)))
                                .orElse(call)));
        String own = owner.calls().equals(List.of(call)) ? shared : names.module(block.path());
        registrations.put(own, registration(scope, own, call));
        modules.put(block.path(), own);
    }

    private void register(
            String scope, Step step, Map<String, Registration> registrations, Function<FlatGroup, ModuleCall> groups) {
        boolean joined = step.form() != Form.GROUP;
        FlatGroup first = scopes.group(joined ? step.path() + ".0" : step.path());
        if (joined || scopes.isList(first.usePath())) {
            String path = names.module(first.usePath());
            listed.add(path);
            registrations.computeIfAbsent(
                    path,
                    key -> new Registration(
                            attribute(scope, path),
                            step.form() == Form.CHAIN ? Kind.CHAIN : Kind.LIST,
                            scopes.copies(first).stream().map(groups).toList()));
        } else {
            String path = names.module(step.path());
            registrations.put(path, registration(scope, path, groups.apply(first)));
        }
    }

    private Registration registration(String scope, String path, ModuleCall call) {
        return new Registration(attribute(scope, path), Kind.MODULE, List.of(call));
    }

    private ModuleCall call(FlatBlock block, PyTorch.Module module) {
        return ModuleCall.of(block.layer(), module, network.known(block).automaticSizes());
    }

    /** The registrations, and before them the containers of groups that are part of the scope. */
    private List<Registration> withContainers(String scope, Map<String, Registration> registrations) {
        List<Registration> all = new ArrayList<>();
        Set<String> containers = new HashSet<>();
        registrations.forEach((path, registration) -> {
            for (int dot = path.indexOf('.', start(scope)); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                String container = path.substring(0, dot);
                if (containers.add(container)) {
                    all.add(new Registration(attribute(scope, container), Kind.NAMED, List.of()));
                }
            }
            all.add(registration);
        });
        return all;
    }

    private List<String> ties(String scope, FlatBlock block) {
        String owner = names.module(block.weightsPath());
        if (module(block).equals(owner)) {
            return List.of();
        }
        return network.known(block).parameters().stream()
                .map(ParameterSpec::name)
                .map(name ->
                        attribute(scope, module(block)) + "." + name + " = " + attribute(scope, owner) + "." + name)
                .toList();
    }

    private int start(String scope) {
        return scope.isEmpty() ? 0 : names.module(scope).length() + 1;
    }

    /** In the network {@code stage1.0.conv1} as {@code self.stage1["0"]["conv1"]}, the elements of a list by number. */
    private String attribute(String scope, String path) {
        if (path.isEmpty()) {
            return "";
        }
        int begin = start(scope);
        String[] parts = path.substring(begin).split("\\.", -1);
        StringBuilder attribute = new StringBuilder("self.").append(parts[0]);
        int end = begin + parts[0].length();
        for (int i = 1; i < parts.length; i++) {
            boolean element = listed.contains(path.substring(0, end));
            attribute.append(element ? "[" + parts[i] + "]" : "[\"" + parts[i] + "\"]");
            end += 1 + parts[i].length();
        }
        return attribute.toString();
    }
}
