package jimu.engine.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Places for blocks that have none. Where none has one: each a column behind what it reads, one below another within a column, few
 * columns across. Where some have: beside what they are wired to, where nothing stands.
 */
final class Columns {
    private static final double WIDTH = 272;
    private static final double HEIGHT = 120;
    private static final int ACROSS = 5;

    private Columns() {}

    /** Places for the blocks of a graph, and for no others: the given ones, and for the rest what follows from the wires. */
    static Map<String, Position> complete(Graph graph, Map<String, Position> given) {
        boolean none = graph.blocks().stream().noneMatch(block -> given.containsKey(block.id()));
        Map<String, Position> all = none ? columns(graph) : beside(graph, given);
        Map<String, Position> places = new LinkedHashMap<>();
        graph.blocks().forEach(block -> places.put(block.id(), all.getOrDefault(block.id(), Position.ORIGIN)));
        return places;
    }

    private static Map<String, Position> columns(Graph graph) {
        Map<String, Integer> columns = new HashMap<>();
        Map<String, Integer> rows = new LinkedHashMap<>();
        Map<Integer, Integer> heights = new HashMap<>();
        for (Block block : graph.blocks()) {
            rows.put(block.id(), heights.merge(column(graph, block.id(), columns), 1, Integer::sum) - 1);
        }
        int band = heights.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<String, Position> places = new LinkedHashMap<>();
        rows.forEach((id, row) -> {
            int column = columns.getOrDefault(id, 0);
            places.put(id, new Position(column % ACROSS * WIDTH, (column / ACROSS * band + row) * HEIGHT));
        });
        return places;
    }

    /** The length of the longest way to a block; a block seen again on its own way counts as the first. */
    private static int column(Graph graph, String block, Map<String, Integer> known) {
        Integer column = known.get(block);
        if (column != null) {
            return column;
        }
        known.put(block, 0);
        int longest = 0;
        for (Link link : graph.incoming(block)) {
            longest = Math.max(longest, column(graph, link.from().block(), known) + 1);
        }
        known.put(block, longest);
        return longest;
    }

    private static Map<String, Position> beside(Graph graph, Map<String, Position> given) {
        Map<String, Position> places = new HashMap<>(given);
        places.keySet().removeIf(id -> graph.block(id).isEmpty());
        List<String> missing = graph.blocks().stream()
                .map(Block::id)
                .filter(id -> !given.containsKey(id))
                .toList();
        missing.forEach(id -> places.put(id, free(wanted(graph, id, places), places)));
        return places;
    }

    /** Behind the first block that it reads, or before the first that reads it, or else below all. */
    private static Position wanted(Graph graph, String id, Map<String, Position> places) {
        Stream<Position> behind = graph.incoming(id).stream()
                .flatMap(link -> shifted(places, link.from().block(), WIDTH));
        Stream<Position> before = graph.links().stream()
                .filter(link -> link.from().block().equals(id))
                .flatMap(link -> shifted(places, link.to().block(), -WIDTH));
        return Stream.concat(behind, before).findFirst().orElseGet(() -> below(places));
    }

    private static Stream<Position> shifted(Map<String, Position> places, String block, double by) {
        return Optional.ofNullable(places.get(block)).stream().map(place -> new Position(place.x() + by, place.y()));
    }

    private static Position below(Map<String, Position> places) {
        double left = places.values().stream().mapToDouble(Position::x).min().orElse(0);
        double bottom = places.values().stream().mapToDouble(Position::y).max().orElse(-HEIGHT);
        return new Position(left, bottom + HEIGHT);
    }

    /** The first free place from {@code wanted} downwards. */
    private static Position free(Position wanted, Map<String, Position> places) {
        Position place = wanted;
        while (isTaken(place, places)) {
            place = new Position(place.x(), place.y() + HEIGHT);
        }
        return place;
    }

    private static boolean isTaken(Position place, Map<String, Position> places) {
        return places.values().stream()
                .anyMatch(other -> Math.abs(other.x() - place.x()) < WIDTH && Math.abs(other.y() - place.y()) < HEIGHT);
    }
}
