package jimu.engine.export.pytorch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.export.ExportedNetwork;
import jimu.engine.export.pytorch.Step.Form;
import jimu.engine.graph.Definition;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.FlatGroup;
import jimu.engine.graph.PortRef;
import jimu.engine.layer.PyTorch;

/**
 * Which groups of a network are modules of their own, and what is called in each of them and in the network itself.
 *
 * <p>A scope is the path of a group that is called as one, or {@link #NETWORK}. A group that cannot be called as one is part of the
 * scope around it: one with an input inside, with an output of the network that no port of it shows, or with a way that leaves it
 * and comes back.
 */
final class ModuleScopes {
    /** The scope around all others. */
    static final String NETWORK = "";

    private static final PyTorch PLAIN = new PyTorch(Optional.empty(), Optional.empty(), Optional.empty());

    private final ExportedNetwork network;
    private final List<FlatBlock> drawn;
    private final Map<String, FlatGroup> groups;
    private final Map<String, FlatBlock> exported = new HashMap<>();
    private final Set<String> callable = new LinkedHashSet<>();
    private final Map<String, List<Step>> steps = new HashMap<>();
    private final Set<String> lists = new LinkedHashSet<>();

    ModuleScopes(ExportedNetwork network) {
        this.network = network;
        drawn = network.blocksAsDrawn();
        groups = network.groups();
        network.blocks().forEach(block -> exported.put(block.path(), block));
        groups.values().stream().filter(this::closed).map(FlatGroup::path).forEach(callable::add);
        while (!ordered()) {
            steps.clear();
            lists.clear();
        }
    }

    /** The groups that are called as one, each before those inside it. */
    List<FlatGroup> callable() {
        return callable.stream().map(this::group).toList();
    }

    /** The calls of a scope, each after those that it reads, a chain in one piece where that is possible. */
    List<Step> steps(String scope) {
        return steps.getOrDefault(scope, List.of());
    }

    /** The group at a path. */
    FlatGroup group(String path) {
        return Optional.ofNullable(groups.get(path)).orElseThrow(() -> new IllegalArgumentException(path));
    }

    /** The input ports of a group that something inside reads, each as what the blocks inside read. */
    Map<String, Endpoint> inputs(FlatGroup group) {
        Set<Endpoint> read = new HashSet<>();
        steps(group.path()).forEach(step -> read.addAll(step.values()));
        Map<String, Endpoint> inputs = new LinkedHashMap<>();
        for (Definition.Entry entry : group.definition().inputs()) {
            Endpoint inside = new Endpoint(group.path(), entry.port());
            if (read.contains(inside)) {
                inputs.put(entry.port(), inside);
            }
        }
        return inputs;
    }

    /** What the output ports of a group show, so far as it is exported. */
    Map<String, Endpoint> outputs(FlatGroup group) {
        Map<String, Endpoint> outputs = new LinkedHashMap<>();
        group.outputs().forEach((port, shown) -> {
            if (exported.containsKey(shown.path()) && !outputs.containsValue(shown)) {
                outputs.put(port, shown);
            }
        });
        return outputs;
    }

    /** The copies that a group's use has, where all of them are called as one. */
    List<FlatGroup> copies(FlatGroup group) {
        List<FlatGroup> copies = callable().stream()
                .filter(other -> other.usePath().equals(group.usePath()))
                .toList();
        return copies.size() == group.repeat() ? copies : List.of();
    }

    /** Whether the copies of a use are the elements of a list. */
    boolean isList(String usePath) {
        return lists.contains(usePath);
    }

    private boolean closed(FlatGroup group) {
        String inside = group.path() + ".";
        return network.sources().stream().noneMatch(source -> source.path().startsWith(inside))
                && network.outputs().stream()
                        .filter(output -> output.path().startsWith(inside))
                        .allMatch(group.outputs()::containsValue);
    }

    /** Orders all scopes, inner ones first; where two groups wait for each other one becomes part of the scope around it. */
    private boolean ordered() {
        Map<String, Set<String>> contents = contents();
        List<String> scopes = new ArrayList<>(List.of(NETWORK));
        scopes.addAll(callable);
        for (int i = scopes.size() - 1; i >= 0; i--) {
            String scope = scopes.get(i);
            List<Step> open = joined(unordered(scope, contents.getOrDefault(scope, Set.of())));
            List<Step> ordered = new ArrayList<>();
            while (!open.isEmpty()) {
                Optional<Step> next = next(open, ordered);
                if (next.isEmpty()) {
                    return !callable.remove(waiting(open));
                }
                open.remove(next.get());
                ordered.add(next.get());
            }
            steps.put(scope, ordered);
        }
        return true;
    }

    private String waiting(List<Step> open) {
        return open.stream()
                .filter(step -> step.form() == Form.GROUP)
                .map(Step::path)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A circle of blocks is exported"));
    }

    /** The first open step that goes on where the last one ended, or else the first one that can come. */
    private static Optional<Step> next(List<Step> open, List<Step> done) {
        Set<Endpoint> missing = new HashSet<>();
        open.forEach(step -> missing.addAll(step.results()));
        List<Step> ready = open.stream()
                .filter(step -> step.values().stream().noneMatch(missing::contains))
                .toList();
        List<Endpoint> last =
                done.isEmpty() ? List.of() : done.get(done.size() - 1).results();
        return ready.stream()
                .filter(step -> step.values().stream().anyMatch(last::contains))
                .findFirst()
                .or(() -> ready.stream().findFirst());
    }

    /** The paths of what each scope calls: of its own blocks, and of the callable groups right inside it. */
    private Map<String, Set<String>> contents() {
        Map<String, Set<String>> contents = new HashMap<>();
        contents.put(NETWORK, new LinkedHashSet<>());
        network.blocks().forEach(block -> add(block, contents, Set.of(NETWORK)));
        drawn.forEach(block -> add(block, contents, callable));
        return contents;
    }

    private void add(FlatBlock block, Map<String, Set<String>> contents, Set<String> wanted) {
        String path = block.path();
        for (String around = path; !around.equals(NETWORK); ) {
            around = around(around);
            if (wanted.contains(around)) {
                contents.computeIfAbsent(around, scope -> new LinkedHashSet<>()).add(path);
            }
            path = callable.contains(around) ? around : path;
        }
    }

    private List<Step> unordered(String scope, Set<String> contents) {
        return contents.stream()
                .map(path -> Optional.ofNullable(exported.get(path))
                        .map(block -> step(scope, block))
                        .orElseGet(() -> step(scope, group(path))))
                .toList();
    }

    private Step step(String scope, FlatBlock block) {
        Map<String, Optional<Endpoint>> reads = new LinkedHashMap<>();
        ExportedNetwork.wires(block)
                .forEach((port, from) -> reads.put(
                        port.name(),
                        from.map(made -> seen(
                                scope, made, around(block.path()), new PortRef(id(block.blocks()), port.name())))));
        Map<String, Endpoint> makes = new LinkedHashMap<>();
        block.layer().outputs().forEach(port -> makes.put(port, new Endpoint(block.path(), port)));
        return new Step(block.path(), Form.LAYER, reads, makes, network.pytorch(block));
    }

    private Step step(String scope, FlatGroup group) {
        Map<String, Optional<Endpoint>> reads = new LinkedHashMap<>();
        for (String port : inputs(group).keySet()) {
            Optional<Endpoint> made =
                    group.inputs().getOrDefault(port, List.of()).stream().findFirst();
            reads.put(
                    port,
                    made.map(from -> seen(scope, from, around(group.path()), new PortRef(id(group.blocks()), port))));
        }
        return new Step(group.path(), Form.GROUP, reads, outputs(group), PLAIN);
    }

    /** A value as a block in a scope reads it: as it is made inside, or as what comes in through a port of the scope's group. */
    private Endpoint seen(String scope, Endpoint made, String holder, PortRef reader) {
        if (scope.equals(NETWORK) || made.path().startsWith(scope + ".")) {
            return made;
        }
        FlatGroup group = group(holder);
        String entry = group.entry(reader)
                .orElseThrow(() -> new IllegalStateException("Nothing leads to " + reader + " in " + holder));
        return holder.equals(scope)
                ? new Endpoint(scope, entry)
                : seen(scope, made, around(holder), new PortRef(id(group.blocks()), entry));
    }

    /** The steps with the copies of a use as one, where each reads just what the one before it makes. */
    private List<Step> joined(List<Step> all) {
        List<Step> joined = new ArrayList<>(all);
        Map<String, Step> byPath = new HashMap<>();
        all.forEach(step -> byPath.put(step.path(), step));
        for (Step first : all) {
            if (first.form() == Form.GROUP && isFirstCopy(group(first.path()))) {
                FlatGroup group = group(first.path());
                List<Step> copies = copies(group).stream()
                        .flatMap(copy -> Optional.ofNullable(byPath.get(copy.path())).stream())
                        .toList();
                if (!copies.isEmpty()) {
                    lists.add(group.usePath());
                    new CopyChain(group.usePath(), copies)
                            .joined(all, network.outputs())
                            .ifPresent(one -> {
                                joined.set(joined.indexOf(first), one);
                                joined.removeAll(copies);
                            });
                }
            }
        }
        return joined;
    }

    private static boolean isFirstCopy(FlatGroup group) {
        return group.repeat() > 1 && group.path().equals(group.usePath() + ".0");
    }

    /** The path of the innermost group around a path. */
    private String around(String path) {
        String around = path;
        do {
            around = around.substring(0, Math.max(0, around.lastIndexOf('.')));
        } while (!around.isEmpty() && !groups.containsKey(around));
        return around;
    }

    private static String id(List<String> blocks) {
        return blocks.get(blocks.size() - 1);
    }
}
