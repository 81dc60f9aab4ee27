package jimu.engine.infer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.FlatGraph;

/**
 * An order in which each layer follows what it reads, a branch as a whole before the next one, and the layers that lie in a cycle.
 *
 * @param order all paths; those in or behind a cycle last
 * @param cycles for each path that lies in a cycle the paths around it, beginning and ending there
 */
record Topology(List<String> order, Map<String, List<String>> cycles) {
    static Topology of(FlatGraph graph) {
        Map<String, Set<String>> readers = new HashMap<>();
        Map<String, Integer> waiting = new LinkedHashMap<>();
        graph.blocks().values().forEach(block -> {
            Set<String> read = sources(block);
            read.retainAll(graph.blocks().keySet());
            waiting.put(block.path(), read.size());
            read.forEach(path ->
                    readers.computeIfAbsent(path, p -> new LinkedHashSet<>()).add(block.path()));
        });
        Deque<String> ready = new ArrayDeque<>();
        waiting.forEach((path, count) -> {
            if (count == 0) {
                ready.add(path);
            }
        });
        Set<String> order = new LinkedHashSet<>();
        while (!ready.isEmpty()) {
            String path = ready.remove();
            order.add(path);
            List<String> freed = readers.getOrDefault(path, Set.of()).stream()
                    .filter(reader -> waiting.merge(reader, -1, Integer::sum) == 0)
                    .toList();
            for (int i = freed.size() - 1; i >= 0; i--) {
                ready.addFirst(freed.get(i));
            }
        }
        Map<String, List<String>> cycles = cycles(graph, readers, order);
        order.addAll(waiting.keySet());
        return new Topology(List.copyOf(order), cycles);
    }

    /** The same as {@link #of(FlatGraph)}, in less time where the network before had the same wires and no cycle. */
    static Topology of(FlatGraph graph, Optional<Inference> previous) {
        return previous.filter(before -> isAcyclic(before) && hasSameWires(before.graph(), graph))
                .map(before -> new Topology(before.order(), Map.of()))
                .orElseGet(() -> of(graph));
    }

    private static boolean isAcyclic(Inference inference) {
        return inference.findings().stream()
                .noneMatch(finding -> finding.problem().key().equals("cycle"));
    }

    private static boolean hasSameWires(FlatGraph one, FlatGraph other) {
        if (one.blocks().size() != other.blocks().size()) {
            return false;
        }
        Iterator<FlatBlock> others = other.blocks().values().iterator();
        return one.blocks().values().stream().allMatch(block -> {
            FlatBlock now = others.next();
            return block.path().equals(now.path()) && block.inputs().equals(now.inputs());
        });
    }

    /** The paths of all layers that lie in a cycle. */
    Set<String> cyclic() {
        return cycles.keySet();
    }

    /** The paths around the cycle through {@code path}. */
    List<String> cycle(String path) {
        return cycles.getOrDefault(path, List.of());
    }

    private static Set<String> sources(FlatBlock block) {
        Set<String> paths = new LinkedHashSet<>();
        block.inputs()
                .values()
                .forEach(endpoints -> endpoints.stream().map(Endpoint::path).forEach(paths::add));
        return paths;
    }

    private static Map<String, List<String>> cycles(
            FlatGraph graph, Map<String, Set<String>> readers, Set<String> ordered) {
        Map<String, List<String>> cycles = new LinkedHashMap<>();
        Set<String> knot = knot(graph, readers, ordered);
        for (String path : graph.blocks().keySet()) {
            if (knot.contains(path)) {
                List<String> around = shortestWayBack(path, readers, knot);
                if (!around.isEmpty()) {
                    cycles.put(path, around);
                }
            }
        }
        return cycles;
    }

    /** What could not be ordered, without what merely follows a cycle: that is all that a way back can lead through. */
    private static Set<String> knot(FlatGraph graph, Map<String, Set<String>> readers, Set<String> ordered) {
        Set<String> knot = new HashSet<>(graph.blocks().keySet());
        knot.removeAll(ordered);
        Map<String, Integer> readBy = new HashMap<>();
        Deque<String> ends = new ArrayDeque<>();
        knot.forEach(path -> {
            readBy.put(path, readers.getOrDefault(path, Set.of()).size());
            if (!readers.containsKey(path)) {
                ends.add(path);
            }
        });
        while (!ends.isEmpty()) {
            String path = ends.remove();
            knot.remove(path);
            for (String source : sources(graph.require(path))) {
                if (knot.contains(source) && readBy.merge(source, -1, Integer::sum) == 0) {
                    ends.add(source);
                }
            }
        }
        return knot;
    }

    private static List<String> shortestWayBack(String start, Map<String, Set<String>> readers, Set<String> knot) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            String path = queue.remove();
            for (String next : readers.getOrDefault(path, Set.of())) {
                if (next.equals(start)) {
                    return wayTo(path, start, cameFrom);
                }
                if (knot.contains(next) && cameFrom.putIfAbsent(next, path) == null) {
                    queue.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<String> wayTo(String end, String start, Map<String, String> cameFrom) {
        List<String> way = new ArrayList<>(List.of(start));
        for (String path = end; !path.equals(start); path = cameFrom.getOrDefault(path, start)) {
            way.add(0, path);
        }
        way.add(0, start);
        return way;
    }
}
