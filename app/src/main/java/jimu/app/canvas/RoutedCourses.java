package jimu.app.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.app.session.PortEnd;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.WirePath;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;

/**
 * Wires that run through no block. Courses are kept; while blocks are dragged only those of their own wires are found anew, around
 * the blocks that stand still, so that a wire does not flee from a block that is to be put into it.
 */
final class RoutedCourses implements Courses {
    private static final int PIECES = 8;

    /** A wire that keeps off a block runs no farther from it. */
    private static final double REACH = 32;

    private final Obstacles obstacles = new Obstacles();
    private final Map<Link, Known> known = new HashMap<>();

    private record Known(Position from, Position to, WirePath course, Box around) {}

    @Override
    public WirePath of(Document document, Link link) {
        Position from = PortPlaces.of(document, new PortEnd(link.from(), Side.OUTPUT));
        Position to = PortPlaces.of(document, new PortEnd(link.to(), Side.INPUT));
        Known before = known.get(link);
        if (before != null && before.from().equals(from) && before.to().equals(to)) {
            return before.course();
        }
        WirePath course = Router.course(
                link,
                from,
                to,
                box(document, link.from().block()),
                box(document, link.to().block()),
                region -> {
                    Map<String, Box> near = obstacles.near(region);
                    near.keySet().remove(link.from().block());
                    near.keySet().remove(link.to().block());
                    near.entrySet().removeIf(entry -> !isStill(document, entry.getKey(), entry.getValue()));
                    return near;
                });
        known.put(link, new Known(from, to, course, Box.around(course.points(PIECES))));
        return course;
    }

    private static Box box(Document document, String block) {
        return Box.of(document, document.graph().require(block));
    }

    private static boolean isStill(Document document, String block, Box box) {
        return document.graph().block(block).isPresent()
                && document.position(block).equals(new Position(box.left(), box.top()));
    }

    /** Blocks stand here from now on; the answer are the wires whose courses have to be found anew. */
    Set<Link> settle(Map<String, Box> blocks, Set<Link> links) {
        known.keySet().retainAll(links);
        Set<Box> changed = obstacles.replace(blocks);
        if (changed.isEmpty()) {
            return Set.of();
        }
        Optional<Box> all = changed.stream().reduce(Box::union);
        Set<Link> stirred = new HashSet<>();
        known.forEach((link, course) -> {
            Box reach = course.around().grown(REACH);
            if (all.filter(reach::touches).isPresent() && changed.stream().anyMatch(reach::touches)) {
                stirred.add(link);
            }
        });
        known.keySet().removeAll(stirred);
        return stirred;
    }
}
