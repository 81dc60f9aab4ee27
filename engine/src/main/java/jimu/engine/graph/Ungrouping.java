package jimu.engine.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts copies of a group's insides in the place of a block that uses it. */
final class Ungrouping {
    private static final double GAP = 208;

    private final Definition definition;
    private final Content.Use use;
    private final Block block;
    private final Document document;
    private Graph graph;
    private final Map<String, Position> places = new LinkedHashMap<>();

    private Ungrouping(Document document, Block block, Content.Use use) {
        this.document = document;
        this.block = block;
        this.use = use;
        this.definition = document.requireDefinition(use.definition());
        this.graph = document.graph().without(Set.of(block.id()));
    }

    static Document ungroup(Document document, String id) {
        Block block = document.graph().require(id);
        if (!(block.content() instanceof Content.Use use)) {
            throw new IllegalArgumentException(block.name() + " is no group");
        }
        return new Ungrouping(document, block, use).apply();
    }

    private Document apply() {
        List<Map<String, String>> copies = new ArrayList<>();
        for (int copy = 0; copy < use.repeat(); copy++) {
            copies.add(copy(copy));
        }
        for (int copy = 1; copy < copies.size(); copy++) {
            for (int i = 0;
                    i < definition.inputs().size() && !definition.outputs().isEmpty();
                    i++) {
                int exit = Math.min(i, definition.outputs().size() - 1);
                PortRef from = inner(
                        copies.get(copy - 1), definition.outputs().get(exit).shows());
                feed(from, copies.get(copy), definition.inputs().get(i));
            }
        }
        for (Link link : document.graph().links()) {
            if (link.to().block().equals(block.id())) {
                definition.inputs().stream()
                        .filter(entry -> entry.port().equals(link.to().port()))
                        .forEach(entry -> feed(link.from(), copies.get(0), entry));
            } else if (link.from().block().equals(block.id())) {
                shown(link.from().port())
                        .map(port -> inner(copies.get(copies.size() - 1), port))
                        .ifPresent(from -> graph = graph.withAll(List.of(), List.of(new Link(from, link.to()))));
            }
        }
        Document result = document.withGraph(graph).withPositions(places);
        boolean used = Definition.uses(graph).contains(definition.name())
                || document.definitions().values().stream()
                        .anyMatch(other -> other.uses().contains(definition.name()));
        if (used) {
            return result;
        }
        Map<String, Definition> left = new LinkedHashMap<>(result.definitions());
        left.remove(definition.name());
        return result.withDefinitions(left);
    }

    /** Adds one copy and answers the new ids by those inside. */
    private Map<String, String> copy(int number) {
        Map<String, String> ids = new HashMap<>();
        Position corner = corner();
        double width = definition.layout().values().stream()
                        .mapToDouble(Position::x)
                        .max()
                        .orElse(0)
                - corner.x()
                + GAP;
        Position place = document.position(block.id());
        for (Block inner : definition.graph().blocks()) {
            String id = graph.freeId();
            ids.put(inner.id(), id);
            graph = graph.withAll(List.of(Block.of(id, graph.freeName(inner.name()), inner.content())), List.of());
            Position at = definition.layout().getOrDefault(inner.id(), corner);
            places.put(
                    id,
                    new Position(place.x() + at.x() - corner.x() + number * width, place.y() + at.y() - corner.y()));
        }
        for (Block inner : definition.graph().blocks()) {
            inner.sharesWeightsOf().map(ids::get).ifPresent(owner -> {
                Block old = graph.require(ids.getOrDefault(inner.id(), ""));
                graph = graph.replace(new Block(old.id(), old.name(), old.content(), Optional.of(owner)));
            });
        }
        List<Link> links = definition.graph().links().stream()
                .map(link -> new Link(inner(ids, link.from()), inner(ids, link.to())))
                .toList();
        graph = graph.withAll(List.of(), links);
        return ids;
    }

    private Position corner() {
        return new Position(
                definition.layout().values().stream()
                        .mapToDouble(Position::x)
                        .min()
                        .orElse(0),
                definition.layout().values().stream()
                        .mapToDouble(Position::y)
                        .min()
                        .orElse(0));
    }

    private void feed(PortRef from, Map<String, String> ids, Definition.Entry entry) {
        List<Link> links = entry.feeds().stream()
                .map(port -> new Link(from, inner(ids, port)))
                .toList();
        graph = graph.withAll(List.of(), links);
    }

    private Optional<PortRef> shown(String port) {
        return definition.outputs().stream()
                .filter(exit -> exit.port().equals(port))
                .map(Definition.Exit::shows)
                .findFirst();
    }

    private static PortRef inner(Map<String, String> ids, PortRef port) {
        return new PortRef(ids.getOrDefault(port.block(), ""), port.port());
    }
}
