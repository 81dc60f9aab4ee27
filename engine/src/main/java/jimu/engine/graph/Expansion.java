package jimu.engine.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.FlatGraph.Misplaced;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Port;
import jimu.engine.layer.Problem;
import jimu.engine.message.Messages;

/** Flattens a document's definitions to paths. A total function: what is wrong with the document becomes problems. */
public final class Expansion {
    private static final int DEPTH_LIMIT = 32;
    private static final int BLOCK_LIMIT = 100_000;

    private final Map<String, Definition> definitions;
    private final Map<String, FlatBlock> flat = new LinkedHashMap<>();
    private final List<Misplaced> misplaced = new ArrayList<>();
    private final Map<String, FlatGroup> groups = new LinkedHashMap<>();
    private int expanded;

    private Expansion(Map<String, Definition> definitions) {
        this.definitions = definitions;
    }

    /** The flat network of a document. */
    public static FlatGraph of(Document document) {
        Expansion expansion = new Expansion(document.definitions());
        expansion.expand(new Scope(document.graph(), "", List.of(), List.of(), Map.of()));
        return new FlatGraph(expansion.flat, expansion.misplaced, expansion.groups);
    }

    /**
     * The flat network of a document that came from another whose flat network is {@code flat}: the same as that of {@link #of}, in
     * less time where only layers in the network itself have changed.
     */
    public static FlatGraph next(Document before, FlatGraph flat, Document now) {
        boolean alike = flat.misplaced().isEmpty()
                && now.graph().hasLinksOf(before.graph())
                && now.graph().blocks().size() == before.graph().blocks().size()
                && now.definitions().equals(before.definitions());
        if (!alike) {
            return of(now);
        }
        Map<String, FlatBlock> blocks = new LinkedHashMap<>(flat.blocks());
        Iterator<Block> others = before.graph().blocks().iterator();
        for (Block block : now.graph().blocks()) {
            Block old = others.next();
            if (!block.equals(old)) {
                FlatBlock there = blocks.get(old.name());
                if (there == null || !isSameButForSettings(old, block)) {
                    return of(now);
                }
                Layer layer = ((Content.Of) block.content()).layer();
                blocks.put(
                        there.path(),
                        new FlatBlock(there.path(), there.blocks(), layer, there.inputs(), there.sharesWeightsOf()));
            }
        }
        return new FlatGraph(blocks, List.of(), flat.groups());
    }

    private static boolean isSameButForSettings(Block old, Block now) {
        return old.id().equals(now.id())
                && old.name().equals(now.name())
                && old.sharesWeightsOf().equals(now.sharesWeightsOf())
                && old.content() instanceof Content.Of was
                && now.content() instanceof Content.Of is
                && was.layer().inputs().equals(is.layer().inputs());
    }

    /** One graph in its surroundings: {@code entries} says what is wired to ports inside from without. */
    private record Scope(
            Graph graph,
            String prefix,
            List<String> around,
            List<String> definitions,
            Map<PortRef, List<Endpoint>> entries) {
        List<String> trail(Block block) {
            List<String> trail = new ArrayList<>(around);
            trail.add(block.id());
            return trail;
        }

        List<String> within(String definition) {
            List<String> names = new ArrayList<>(definitions);
            names.add(definition);
            return names;
        }
    }

    private void expand(Scope scope) {
        Map<String, String> paths = uniquePaths(scope);
        for (Block block : scope.graph().blocks()) {
            String path = paths.getOrDefault(block.id(), block.id());
            if (block.content() instanceof Content.Of of) {
                Map<String, List<Endpoint>> inputs = new LinkedHashMap<>();
                of.layer().inputs().forEach(port -> {
                    List<Endpoint> sources = sources(scope, paths, new PortRef(block.id(), port.name()));
                    if (!sources.isEmpty()) {
                        inputs.put(port.name(), sources);
                    }
                });
                checkPorts(scope, block, path, of);
                Optional<String> shared = block.sharesWeightsOf().map(paths::get);
                if (block.sharesWeightsOf().isPresent() && shared.isEmpty()) {
                    report(
                            scope,
                            block,
                            path,
                            Problem.shape(
                                    "share.gone", Messages.text("expected.block"), Messages.text("expected.none")));
                }
                flat.put(path, new FlatBlock(path, scope.trail(block), of.layer(), inputs, shared));
            } else if (block.content() instanceof Content.Use use) {
                expandUse(scope, block, use, path, paths);
            }
        }
    }

    private void expandUse(Scope scope, Block block, Content.Use use, String path, Map<String, String> paths) {
        Definition definition = definitions.get(use.definition());
        if (definition == null) {
            report(
                    scope,
                    block,
                    path,
                    Problem.shape("definition.missing", Messages.text("expected.definition"), use.definition()));
            return;
        }
        if (scope.definitions().contains(use.definition())) {
            String circle = String.join(" → ", scope.within(use.definition()));
            report(
                    scope,
                    block,
                    path,
                    Problem.shape("definition.recursive", Messages.text("expected.definitions"), circle));
            return;
        }
        for (int copy = 0; copy < use.repeat(); copy++) {
            expanded += 1 + definition.graph().blocks().size();
            if (scope.around().size() >= DEPTH_LIMIT || expanded > BLOCK_LIMIT) {
                String limits = Messages.text("expected.levels", DEPTH_LIMIT, BLOCK_LIMIT);
                report(scope, block, path, Problem.shape("definition.deep", limits, use.definition()));
                return;
            }
            Map<PortRef, List<Endpoint>> entries = new HashMap<>();
            Map<String, List<Endpoint>> inputs = new LinkedHashMap<>();
            for (int i = 0; i < definition.inputs().size(); i++) {
                Definition.Entry entry = definition.inputs().get(i);
                List<Endpoint> sources = copy == 0
                        ? sources(scope, paths, new PortRef(block.id(), entry.port()))
                        : exit(
                                definition,
                                copyPath(path, use, copy - 1),
                                Math.min(i, definition.outputs().size() - 1));
                inputs.put(entry.port(), sources);
                entry.feeds().forEach(port -> entries.put(port, sources));
            }
            String copied = copyPath(path, use, copy);
            groups.put(
                    copied,
                    new FlatGroup(
                            copied, scope.trail(block), definition, use.repeat(), inputs, outputs(definition, copied)));
            expand(new Scope(
                    definition.graph(), copied + ".", scope.trail(block), scope.within(use.definition()), entries));
        }
    }

    private void checkPorts(Scope scope, Block block, String path, Content.Of of) {
        List<String> ports = of.layer().inputs().stream().map(Port::name).toList();
        scope.graph().incoming(block.id()).stream()
                .map(link -> link.to().port())
                .filter(port -> !ports.contains(port))
                .distinct()
                .forEach(
                        port -> report(scope, block, path, Problem.shape("link.port", String.join(", ", ports), port)));
    }

    private static String copyPath(String path, Content.Use use, int copy) {
        return use.repeat() == 1 ? path : path + "." + copy;
    }

    /** What is wired to an input port: by links of its own graph, or from without. */
    private List<Endpoint> sources(Scope scope, Map<String, String> paths, PortRef port) {
        List<Endpoint> sources = new ArrayList<>(scope.entries().getOrDefault(port, List.of()));
        for (Link link : scope.graph().incoming(port.block())) {
            if (link.to().equals(port)) {
                Block from = scope.graph().require(link.from().block());
                sources.addAll(output(
                        from, paths.getOrDefault(from.id(), ""), link.from().port()));
            }
        }
        return sources;
    }

    /** The flat output that a port of a block at {@code path} shows; none where a definition lacks it. */
    private List<Endpoint> output(Block block, String path, String port) {
        if (!(block.content() instanceof Content.Use use)) {
            return List.of(new Endpoint(path, port));
        }
        Definition definition = definitions.get(use.definition());
        if (definition == null) {
            return List.of();
        }
        for (int i = 0; i < definition.outputs().size(); i++) {
            if (definition.outputs().get(i).port().equals(port)) {
                return exit(definition, copyPath(path, use, use.repeat() - 1), i);
            }
        }
        return List.of();
    }

    private List<Endpoint> exit(Definition definition, String path, int index) {
        if (index < 0 || path.chars().filter(c -> c == '.').count() > DEPTH_LIMIT) {
            return List.of();
        }
        PortRef shown = definition.outputs().get(index).shows();
        return definition
                .graph()
                .block(shown.block())
                .map(inner -> output(inner, path + "." + inner.name(), shown.port()))
                .orElse(List.of());
    }

    private Map<String, Endpoint> outputs(Definition definition, String path) {
        Map<String, Endpoint> outputs = new LinkedHashMap<>();
        for (int i = 0; i < definition.outputs().size(); i++) {
            String port = definition.outputs().get(i).port();
            exit(definition, path, i).forEach(shown -> outputs.put(port, shown));
        }
        return outputs;
    }

    /** The path of each block; a block whose name is taken or no identifier gets one with its id, and a problem. */
    private Map<String, String> uniquePaths(Scope scope) {
        Map<String, String> paths = new HashMap<>();
        Map<String, Block> named = new HashMap<>();
        for (Block block : scope.graph().blocks()) {
            Block first = named.putIfAbsent(block.name(), block);
            String path = scope.prefix() + block.name();
            if (first != null) {
                path = path + "#" + block.id();
                report(
                        scope,
                        block,
                        path,
                        Problem.shape(
                                "name.taken",
                                Messages.text("expected.name"),
                                block.name(),
                                first.content().label(),
                                scope.graph().freeName(block.name())));
            } else if (!Block.isIdentifier(block.name())) {
                report(
                        scope,
                        block,
                        path,
                        Problem.shape("name.identifier", Messages.text("expected.identifier"), block.name()));
            }
            paths.put(block.id(), path);
        }
        return paths;
    }

    private void report(Scope scope, Block block, String path, Problem problem) {
        String label = block.content().label() + " \"" + block.name() + "\"";
        misplaced.add(new Misplaced(path, scope.trail(block), label, problem));
    }
}
