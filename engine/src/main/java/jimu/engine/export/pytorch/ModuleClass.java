package jimu.engine.export.pytorch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.export.ExportedNetwork;
import jimu.engine.graph.FlatBlock;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.PyTorch.Definition;

/**
 * The nn.Module class of a network: what {@code __init__} registers and what {@code forward} calls.
 *
 * <p>A module is registered under its block's path, so that the keys of the state dict are {@code path.name}. Blocks that share
 * weights are one module where they are made alike, and else two modules whose parameters are tied.
 */
final class ModuleClass {
    private final ExportedNetwork network;
    private final PythonNames names;
    private final Map<String, ModuleCall> calls = new LinkedHashMap<>();
    private final Map<String, String> modules = new HashMap<>();
    private final Set<Definition> definitions = new LinkedHashSet<>();
    private final ForwardPass forward;

    ModuleClass(ExportedNetwork network) {
        this.network = network;
        List<String> paths = new ArrayList<>();
        network.blocks().forEach(block -> {
            paths.add(block.path());
            paths.add(block.weightsPath());
        });
        names = new PythonNames(paths);
        network.blocks().forEach(this::register);
        forward = new ForwardPass(network, names);
    }

    /** The variable of a source. */
    String variable(FlatBlock source) {
        return forward.variable(source);
    }

    /** The path of the module that computes a block. */
    String module(FlatBlock block) {
        return modules.getOrDefault(block.path(), "");
    }

    /** The classes that PyTorch does not have. */
    Set<Definition> definitions() {
        return definitions;
    }

    /** Writes the class. */
    void write(PythonText python, String className, String docstring, List<String> more) {
        python.lines(0, "class " + className + "(nn.Module):").docstring(1, docstring, more);
        python.lines(0, "").lines(1, "def __init__(self):").lines(2, "super().__init__()");
        Set<String> containers = new LinkedHashSet<>();
        calls.forEach((path, call) -> {
            container(python, path, containers);
            python.call(2, attribute(path) + " = " + call.head(), call.arguments());
        });
        network.blocks().forEach(block -> tie(python, block));
        List<String> parameters = new ArrayList<>(List.of("self"));
        network.sources().forEach(source -> parameters.add(variable(source)));
        python.lines(0, "").definition(1, "forward", parameters);
        network.blocks().forEach(block -> forward.write(python, block, attribute(module(block))));
        forward.writeReturn(python);
    }

    private void register(FlatBlock block) {
        Optional<PyTorch.Module> module = network.pytorch(block).module();
        if (module.isEmpty()) {
            return;
        }
        module.get().definition().ifPresent(definitions::add);
        ModuleCall call = call(block, module.get());
        String shared = names.module(block.weightsPath());
        ModuleCall owner = calls.computeIfAbsent(
                shared,
                path -> network.blocks().stream()
                        .filter(other -> other.path().equals(block.weightsPath()))
                        .findFirst()
                        .flatMap(other -> network.pytorch(other).module().map(its -> call(other, its)))
                        .orElse(call));
        String own = call.equals(owner) ? shared : names.module(block.path());
        calls.put(own, call);
        modules.put(block.path(), own);
    }

    private ModuleCall call(FlatBlock block, PyTorch.Module module) {
        return ModuleCall.of(block.layer(), module, network.known(block).automaticSizes());
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
}
