package jimu.engine.export.pytorch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jimu.engine.export.ExportedNetwork;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.layer.Port;

/**
 * The nn.Module class of a network: what {@code __init__} registers and what {@code forward} calls.
 *
 * <p>A module is registered under its block's path, so that the keys of the state dict are {@code path.name}. Blocks that share
 * weights are one module where they are made alike, and else two modules whose parameters are tied.
 */
final class ModuleClass {
    private static final String CHAIN = "x";

    private final ExportedNetwork network;
    private final PythonNames names;
    private final Map<String, ModuleCall> calls = new LinkedHashMap<>();
    private final Map<String, String> modules = new HashMap<>();
    private final Map<Endpoint, String> variables = new HashMap<>();

    ModuleClass(ExportedNetwork network) {
        this.network = network;
        List<String> paths = new ArrayList<>();
        network.blocks().forEach(block -> {
            paths.add(block.path());
            paths.add(block.weightsPath());
        });
        names = new PythonNames(paths);
        network.blocks().forEach(this::register);
        network.sources().forEach(source -> variables.put(output(source), names.input(source.path())));
        nameResults();
    }

    /** The variable of a source. */
    String variable(FlatBlock source) {
        return variables.getOrDefault(output(source), "");
    }

    /** The path of the module that computes a block. */
    String module(FlatBlock block) {
        return modules.getOrDefault(block.path(), "");
    }

    /** Writes the class. */
    void write(PythonText python, String className, String docstring, List<String> more) {
        python.lines(0, "class " + className + "(nn.Module):").docstring(1, docstring, more);
        python.lines(0, "").lines(1, "def __init__(self):").lines(2, "super().__init__()");
        Set<String> containers = new LinkedHashSet<>();
        calls.forEach((path, call) -> {
            container(python, path, containers);
            python.call(2, attribute(path) + " = " + call.head(), call.arguments(), "");
        });
        network.blocks().forEach(block -> tie(python, block));
        List<String> parameters = new ArrayList<>(List.of("self"));
        network.sources().forEach(source -> parameters.add(variable(source)));
        python.lines(0, "").definition(1, "forward", parameters);
        write(python);
    }

    private void register(FlatBlock block) {
        FlatBlock owner = network.blocks().stream()
                .filter(other -> other.path().equals(block.weightsPath()))
                .findFirst()
                .orElse(block);
        String shared = names.module(block.weightsPath());
        calls.putIfAbsent(shared, call(owner));
        ModuleCall call = call(block);
        if (call.equals(calls.get(shared))) {
            modules.put(block.path(), shared);
        } else {
            String own = names.module(block.path());
            calls.put(own, call);
            modules.put(block.path(), own);
        }
    }

    private ModuleCall call(FlatBlock block) {
        return ModuleCall.of(block.layer(), network.known(block).automaticSizes());
    }

    /** A value that only the next call reads is called x; another one gets its block's name. */
    private void nameResults() {
        List<FlatBlock> blocks = network.blocks();
        String chain = chain();
        for (int i = 0; i < blocks.size(); i++) {
            Endpoint made = output(blocks.get(i));
            List<FlatBlock> readers = readers(made);
            boolean last = i == blocks.size() - 1;
            boolean result = network.outputs().contains(made);
            boolean passing = last
                    ? network.outputs().equals(List.of(made))
                    : !result && readers.equals(List.of(blocks.get(i + 1)));
            variables.put(made, passing ? chain : names.variable(made.path()));
        }
    }

    /** The name of passing values; that of the only input if that one passes as well. */
    private String chain() {
        List<Endpoint> sources =
                network.sources().stream().map(ModuleClass::output).toList();
        if (!variables.containsValue(CHAIN)) {
            return names.variable(CHAIN);
        }
        boolean passing = sources.size() == 1
                && !network.outputs().contains(sources.get(0))
                && readers(sources.get(0)).size() == 1;
        return passing ? CHAIN : names.variable("y");
    }

    private List<FlatBlock> readers(Endpoint made) {
        return network.blocks().stream()
                .filter(block -> block.inputs().values().stream().anyMatch(from -> from.contains(made)))
                .toList();
    }

    private void write(PythonText python) {
        for (FlatBlock block : network.blocks()) {
            Endpoint made = output(block);
            String head = variables.get(made) + " = " + attribute(module(block));
            python.call(2, head, arguments(block), network.type(made).toString());
        }
        python.lines(
                2, "return " + network.outputs().stream().map(variables::get).collect(Collectors.joining(", ")));
    }

    private List<String> arguments(FlatBlock block) {
        List<String> arguments = new ArrayList<>();
        boolean gap = false;
        for (Map.Entry<Port, Optional<Endpoint>> wire :
                ExportedNetwork.wires(block).entrySet()) {
            if (wire.getValue().isPresent()) {
                String variable = variables.getOrDefault(wire.getValue().get(), "");
                arguments.add(gap ? wire.getKey().name() + "=" + variable : variable);
            }
            gap |= wire.getValue().isEmpty();
        }
        return arguments;
    }

    private static void container(PythonText python, String path, Set<String> containers) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            String container = path.substring(0, dot);
            if (containers.add(container)) {
                python.lines(2, attribute(container) + " = nn.ModuleDict()");
            }
        }
    }

    private void tie(PythonText python, FlatBlock block) {
        String owner = names.module(block.weightsPath());
        if (!module(block).equals(owner)) {
            for (ParameterSpec spec : network.known(block).parameters()) {
                String name = "." + spec.name();
                python.lines(2, attribute(module(block)) + name + " = " + attribute(owner) + name);
            }
        }
    }

    /** {@code stage1.0.conv1} as {@code self.stage1["0"]["conv1"]}. */
    private static String attribute(String path) {
        String[] parts = path.split("\\.", -1);
        StringBuilder attribute = new StringBuilder("self.").append(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            attribute.append("[\"").append(parts[i]).append("\"]");
        }
        return attribute.toString();
    }

    private static Endpoint output(FlatBlock block) {
        return new Endpoint(block.path(), block.layer().outputs().get(0));
    }
}
