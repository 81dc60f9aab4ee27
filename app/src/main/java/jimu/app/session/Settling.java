package jimu.app.session;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;

/** Finds places for the blocks that an edit adds: between those that they are wired to, or else beside them, never on others. */
final class Settling {
    private final Graph graph;
    private final Set<String> homeless = new LinkedHashSet<>();
    private Document document;

    private Settling(Document before, Document after) {
        document = after;
        graph = after.graph();
        graph.blocks().stream()
                .map(Block::id)
                .filter(id -> before.graph().block(id).isEmpty())
                .forEach(homeless::add);
    }

    /** The edit together with the places of the blocks that it adds. */
    static Edit of(Document before, Edit edit) {
        Settling settling = new Settling(before, edit.apply(before));
        Map<String, Position> old = settling.document.layout();
        List.copyOf(settling.homeless).forEach(settling::settle);
        Map<String, Position> moved = new LinkedHashMap<>(settling.document.layout());
        moved.entrySet().removeIf(entry -> entry.getValue().equals(old.get(entry.getKey())));
        return moved.isEmpty() ? edit : new Edit.Sequence(List.of(edit, new Edit.Move(moved)));
    }

    private void settle(String id) {
        Block block = graph.require(id);
        BlockSize size = BlockSize.of(document, block);
        Optional<String> before = neighbour(id, Way.BACK);
        Optional<String> behind = neighbour(id, Way.ON);
        Map<String, Position> places = new LinkedHashMap<>();
        Position wanted = before.map(source -> Placement.rightOf(document, graph.require(source)))
                .or(() -> behind.map(target -> leftOf(target, size)))
                .orElse(Position.ORIGIN);
        if (before.isPresent() && behind.isPresent() && !before.equals(behind)) {
            Splice splice = new Splice(document, Link.of(before.get(), "", behind.get(), ""));
            wanted = splice.place(size, wanted);
            splice.room(size, wanted, Optional.of(id)).forEach((moved, place) -> {
                if (!homeless.contains(moved)) {
                    places.put(moved, place);
                }
            });
        }
        document = document.withPositions(places);
        Position free =
                Placement.in(document.withGraph(graph.without(homeless))).near(wanted, size);
        document = document.withPositions(Map.of(id, free));
        homeless.remove(id);
    }

    private Position leftOf(String target, BlockSize size) {
        Position place = document.position(target);
        return new Position(place.x() - Placement.GAP.x() - size.width(), place.y() + Placement.GAP.y());
    }

    private enum Way {
        BACK,
        ON
    }

    /** The first block that has a place, along the first wires. */
    private Optional<String> neighbour(String id, Way way) {
        Set<String> passed = new LinkedHashSet<>();
        Optional<String> at = Optional.of(id);
        while (at.isPresent() && homeless.contains(at.get()) && passed.add(at.get())) {
            String here = at.get();
            at = way == Way.BACK
                    ? graph.incoming(here).stream()
                            .findFirst()
                            .map(link -> link.from().block())
                    : graph.links().stream()
                            .filter(link -> link.from().block().equals(here))
                            .findFirst()
                            .map(link -> link.to().block());
        }
        return at.filter(found -> !homeless.contains(found));
    }
}
