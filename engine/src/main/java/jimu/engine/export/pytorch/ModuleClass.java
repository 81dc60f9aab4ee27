package jimu.engine.export.pytorch;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.export.ExportedNetwork;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.layer.PyTorch.Definition;

/** The nn.Module class of a network, after those of its groups. */
final class ModuleClass {
    private final String name;
    private final Set<Definition> definitions;
    private final ModuleBodies bodies;
    private final GroupClasses groups;
    private final Map<Endpoint, String> variables = new LinkedHashMap<>();
    private final ModuleBody body;

    /**
     * The class of this name.
     *
     * @param taken names that classes of the same file have already
     */
    ModuleClass(ExportedNetwork network, String name, Set<String> taken) {
        this.name = name;
        definitions = definitions(network);
        ModuleScopes scopes = new ModuleScopes(network);
        bodies = new ModuleBodies(network, scopes);
        Set<String> names = new LinkedHashSet<>(taken);
        names.add(name);
        groups = new GroupClasses(scopes, bodies, names);
        PythonNames inputs = new PythonNames(List.of());
        network.sources().forEach(source -> variables.put(main(source), inputs.input(source.path())));
        body = bodies.network(variables, inputs, groups::call);
    }

    /** The classes that the layers need and PyTorch does not have. */
    static Set<Definition> definitions(ExportedNetwork network) {
        Set<Definition> definitions = new LinkedHashSet<>();
        network.blocks()
                .forEach(block -> network.pytorch(block)
                        .module()
                        .flatMap(made -> made.definition())
                        .ifPresent(definitions::add));
        return definitions;
    }

    /** The variable of a source. */
    String variable(FlatBlock source) {
        return variables.getOrDefault(main(source), "");
    }

    /** The path of the module that computes a block. */
    String module(FlatBlock block) {
        return bodies.module(block);
    }

    /** The classes that PyTorch does not have. */
    Set<Definition> definitions() {
        return definitions;
    }

    /** Writes the classes of the groups, and that of the network. */
    void write(PythonText python, String docstring, List<String> more) {
        groups.write(python);
        python.lines(0, "class " + name + "(nn.Module):").docstring(1, docstring, more);
        python.lines(0, "");
        body.write(python, List.of());
    }

    private static Endpoint main(FlatBlock source) {
        return new Endpoint(source.path(), source.layer().outputs().get(0));
    }
}
