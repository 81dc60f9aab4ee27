package jimu.engine.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Places for blocks that have none: each a column behind what it reads, one below another within a column, few columns across. */
final class Columns {
    private static final double WIDTH = 208;
    private static final double HEIGHT = 120;
    private static final int ACROSS = 5;

    private Columns() {}

    /** Places for the blocks of a graph, and for no others: the given ones, and for the rest what follows from the wires. */
    static Map<String, Position> complete(Graph graph, Map<String, Position> given) {
        Map<String, Integer> columns = new HashMap<>();
        Map<String, Integer> rows = new LinkedHashMap<>();
        Map<Integer, Integer> heights = new HashMap<>();
        boolean all = graph.blocks().stream().allMatch(block -> given.containsKey(block.id()));
        for (Block block : graph.blocks()) {
            int column = all ? 0 : column(graph, block.id(), columns);
            rows.put(block.id(), heights.merge(column, 1, Integer::sum) - 1);
        }
        int band = heights.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<String, Position> places = new LinkedHashMap<>();
        rows.forEach((id, row) -> {
            int column = columns.getOrDefault(id, 0);
            Position usual = new Position(column % ACROSS * WIDTH, (column / ACROSS * band + row) * HEIGHT);
            places.put(id, given.getOrDefault(id, usual));
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
}
