package jimu.app.canvas;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;

/** What is done to several selected blocks together. */
final class Selecting {
    private final Session session;

    Selecting(Session session) {
        this.session = session;
    }

    /** Selects all blocks and wires on the ways between the two selected blocks, whichever comes first. */
    void path() {
        Iterator<String> ends = session.selection().blocks().iterator();
        String one = ends.next();
        String other = ends.next();
        Selection there = between(session.document().graph(), one, other);
        session.select(there.isEmpty() ? between(session.document().graph(), other, one) : there);
    }

    /** Brings the selected blocks into an order. */
    void align(Alignment alignment) {
        session.apply(alignment.of(session.present(), session.selection().blocks()));
    }

    private static Selection between(Graph graph, String from, String to) {
        Set<String> after = reached(graph, from, Way.ON);
        Set<String> before = reached(graph, to, Way.BACK);
        Set<String> both = new LinkedHashSet<>(after);
        both.retainAll(before);
        Set<Link> links = graph.links().stream()
                .filter(link -> both.contains(link.from().block())
                        && both.contains(link.to().block()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Selection(both, links);
    }

    private enum Way {
        ON,
        BACK
    }

    private static Set<String> reached(Graph graph, String start, Way way) {
        Set<String> reached = new HashSet<>(List.of(start));
        Deque<String> queue = new ArrayDeque<>(reached);
        while (!queue.isEmpty()) {
            String at = queue.remove();
            for (Link link : graph.links()) {
                String here = way == Way.ON ? link.from().block() : link.to().block();
                String next = way == Way.ON ? link.to().block() : link.from().block();
                if (here.equals(at) && reached.add(next)) {
                    queue.add(next);
                }
            }
        }
        return reached;
    }
}
