package jimu.engine.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Source;

/** Makes a group of blocks: what is wired to them from without becomes its inputs, what is read from without its outputs. */
public final class Grouping {
    /** Why blocks cannot be made a group. */
    public enum Obstacle {
        /** There is none. */
        EMPTY,
        /** An input, a target or a loss is among them: these belong to the network itself. */
        END,
        /** A way leaves them and comes back: the group would wait for itself. */
        DETOUR,
        /** One uses the weights of a block on the other side. */
        SHARED
    }

    private final Document document;
    private final Set<String> inside;
    private final Map<PortRef, List<PortRef>> entries = new LinkedHashMap<>();
    private final Set<PortRef> exits = new LinkedHashSet<>();

    private Grouping(Document document, Set<String> inside) {
        this.document = document;
        this.inside = inside;
        for (Link link : document.graph().links()) {
            boolean from = inside.contains(link.from().block());
            boolean to = inside.contains(link.to().block());
            if (to && !from) {
                entries.computeIfAbsent(link.from(), port -> new ArrayList<>()).add(link.to());
            } else if (from && !to) {
                exits.add(link.from());
            }
        }
    }

    /** Why these blocks cannot be a group; empty if they can. */
    public static Optional<Obstacle> obstacle(Document document, Set<String> blocks) {
        if (blocks.isEmpty()) {
            return Optional.of(Obstacle.EMPTY);
        }
        for (Block block : document.graph().blocks()) {
            boolean in = blocks.contains(block.id());
            if (in && isEnd(block)) {
                return Optional.of(Obstacle.END);
            }
            if (block.sharesWeightsOf()
                    .filter(owner -> blocks.contains(owner) != in)
                    .isPresent()) {
                return Optional.of(Obstacle.SHARED);
            }
        }
        return comesBack(document.graph(), blocks) ? Optional.of(Obstacle.DETOUR) : Optional.empty();
    }

    private static boolean isEnd(Block block) {
        if (!(block.content() instanceof Content.Of of)) {
            return false;
        }
        Layer layer = of.layer();
        return layer instanceof Source || layer instanceof Loss;
    }

    private static boolean comesBack(Graph graph, Set<String> blocks) {
        Set<String> behind = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Link link : graph.links()) {
                String from = link.from().block();
                String to = link.to().block();
                boolean reached = blocks.contains(from) ? !blocks.contains(to) : behind.contains(from);
                if (reached && blocks.contains(to)) {
                    return true;
                }
                grows |= reached && behind.add(to);
            }
        }
        return false;
    }

    static Document group(Document document, Edit.MakeGroup edit) {
        edit.blocks().forEach(document.graph()::require);
        return new Grouping(document, edit.blocks()).apply(edit);
    }

    private Document apply(Edit.MakeGroup edit) {
        Graph graph = document.graph();
        List<Block> blocks = graph.blocks().stream()
                .filter(block -> inside.contains(block.id()))
                .toList();
        List<Link> within = graph.links().stream()
                .filter(link -> inside.contains(link.from().block())
                        && inside.contains(link.to().block()))
                .toList();
        Graph insides = Graph.of(blocks, within);
        Map<PortRef, String> inputs = inputs(insides);
        Map<PortRef, String> outputs = outputs(blocks, within);
        Map<String, Position> places = new LinkedHashMap<>();
        blocks.forEach(block -> places.put(block.id(), document.position(block.id())));
        Definition definition = new Definition(
                freeName(document, edit.name()),
                insides,
                inputs.entrySet().stream()
                        .map(entry -> new Definition.Entry(
                                entry.getValue(), entries.getOrDefault(entry.getKey(), List.of(entry.getKey()))))
                        .toList(),
                outputs.entrySet().stream()
                        .map(exit -> new Definition.Exit(exit.getValue(), exit.getKey()))
                        .toList(),
                places,
                Map.of(),
                "",
                Optional.empty());
        List<Link> links = new ArrayList<>();
        graph.links().forEach(link -> {
            boolean from = inside.contains(link.from().block());
            boolean to = inside.contains(link.to().block());
            if (from && !to) {
                links.add(new Link(new PortRef(edit.id(), outputs.getOrDefault(link.from(), "")), link.to()));
            } else if (to && !from) {
                links.add(new Link(link.from(), new PortRef(edit.id(), inputs.getOrDefault(link.from(), ""))));
            }
        });
        Graph rest = graph.without(inside);
        Block use = Block.of(edit.id(), rest.freeName(edit.name()), new Content.Use(definition.name(), 1));
        Position place = middle(places);
        return document.withGraph(rest.withAll(List.of(use), links))
                .withPositions(Map.of(edit.id(), place))
                .withDefinition(definition);
    }

    /** The name of each input by the port it comes from, or by the free port inside that it feeds. */
    private Map<PortRef, String> inputs(Graph insides) {
        Set<PortRef> sources = new LinkedHashSet<>(entries.keySet());
        Set<PortRef> fed = new HashSet<>();
        entries.values().forEach(fed::addAll);
        Boundary.freeInputs(insides).stream()
                .filter(port -> !fed.contains(port))
                .forEach(sources::add);
        return named(sources, "input");
    }

    private Map<PortRef, String> outputs(List<Block> blocks, List<Link> within) {
        if (exits.isEmpty()) {
            Set<PortRef> read = new HashSet<>();
            within.forEach(link -> read.add(link.from()));
            blocks.forEach(block -> Boundary.mainOutput(block)
                    .filter(port -> !read.contains(port))
                    .ifPresent(exits::add));
        }
        return named(exits, "output");
    }

    private static Map<PortRef, String> named(Set<PortRef> ports, String stem) {
        Map<PortRef, String> names = new LinkedHashMap<>();
        ports.forEach(port -> names.put(port, names.isEmpty() ? stem : stem + (names.size() + 1)));
        return names;
    }

    /** A name like {@code stem} that no definition has. */
    public static String freeName(Document document, String stem) {
        String name = stem;
        for (int number = 2; document.definitions().containsKey(name); number++) {
            name = stem + number;
        }
        return name;
    }

    private static Position middle(Map<String, Position> places) {
        double x = places.values().stream().mapToDouble(Position::x).average().orElse(0);
        double y = places.values().stream().mapToDouble(Position::y).average().orElse(0);
        return new Position(Math.round(x / 8) * 8.0, Math.round(y / 8) * 8.0);
    }
}
