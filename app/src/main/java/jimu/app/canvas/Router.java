package jimu.app.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jimu.app.session.WirePath;
import jimu.app.session.WirePath.Cubic;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;

/**
 * Finds courses for wires that run through no block: the usual curve where it is free, else straight pieces with round corners
 * around what is in the way, and the usual curve again where no way is left.
 */
final class Router {
    private static final int PIECES = 24;
    private static final int ROUNDS = 12;
    private static final int MOST = 40;
    private static final double RADIUS = 14;

    /** How many ways there are to keep off blocks, so that wires side by side seldom lie on each other. */
    private static final int MANNERS = 4;

    /** Where blocks stand close. */
    private static final Keeping CLOSE = new Keeping(10, 8);

    /** How far a wire goes straight on before its first and after its last turn, and how far it keeps from blocks. */
    private record Keeping(double stub, double distance) {
        static Keeping of(Link link) {
            int manner = Math.floorMod(link.hashCode(), MANNERS);
            return new Keeping(16 + 4 * manner, 8 + 2 * manner);
        }
    }

    private Router() {}

    /**
     * The course of a wire from an output to an input. The blocks at both ends, {@code out} and {@code in}, are not run through either;
     * {@code near} tells the other boxes in a region.
     */
    static WirePath course(
            Link link, Position from, Position to, Box out, Box in, Function<Box, Map<String, Box>> near) {
        WirePath usual = WirePath.between(from, to);
        List<Position> points = usual.points(PIECES);
        boolean free =
                met(points, near).isEmpty() && !isCrossed(points, out.grown(-1)) && !isCrossed(points, in.grown(-1));
        return free ? usual : around(Keeping.of(link), from, to, out, in, near).orElse(usual);
    }

    private static Optional<WirePath> around(
            Keeping keeping, Position from, Position to, Box out, Box in, Function<Box, Map<String, Box>> near) {
        return way(keeping, from, to, out, in, near)
                .or(() -> way(CLOSE, from, to, out, in, near))
                .map(Router::rounded);
    }

    /** Looks at more and more boxes, until the way around them meets no others. */
    private static Optional<List<Position>> way(
            Keeping keeping, Position from, Position to, Box out, Box in, Function<Box, Map<String, Box>> near) {
        Position start = new Position(from.x() + keeping.stub(), from.y());
        Position end = new Position(to.x() - keeping.stub(), to.y());
        Map<String, Box> known = new LinkedHashMap<>();
        known.put("", out);
        known.put(" ", in);
        for (int round = 0; round < ROUNDS && known.size() < MOST; round++) {
            Optional<List<Position>> found = new Lanes(start, end, known.values(), keeping.distance()).way();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            List<Position> way = new ArrayList<>(found.get());
            way.add(0, from);
            way.add(to);
            Map<String, Box> met = met(way, near);
            if (met.isEmpty()) {
                return Optional.of(way);
            }
            if (!known.keySet().containsAll(met.keySet())) {
                known.putAll(met);
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Map<String, Box> met(List<Position> points, Function<Box, Map<String, Box>> near) {
        Map<String, Box> met = new LinkedHashMap<>();
        near.apply(Box.around(points)).forEach((id, box) -> {
            if (isCrossed(points, box)) {
                met.put(id, box);
            }
        });
        return met;
    }

    private static boolean isCrossed(List<Position> points, Box box) {
        for (int i = 1; i < points.size(); i++) {
            if (box.isCrossed(points.get(i - 1), points.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static WirePath rounded(List<Position> way) {
        List<Position> corners = corners(way);
        List<Cubic> curves = new ArrayList<>();
        Position at = corners.get(0);
        for (int i = 1; i < corners.size() - 1; i++) {
            Position corner = corners.get(i);
            Position next = corners.get(i + 1);
            Position last = corners.get(i - 1);
            double radius = Math.min(RADIUS, Math.min(distance(last, corner), distance(corner, next)) / 2);
            Position in = towards(corner, last, radius);
            Position out = towards(corner, next, radius);
            curves.add(line(at, in));
            curves.add(new Cubic(towards(corner, in, radius * 0.45), towards(corner, out, radius * 0.45), out));
            at = out;
        }
        curves.add(line(at, corners.get(corners.size() - 1)));
        return new WirePath(corners.get(0), curves);
    }

    /** The ends, and the places where it turns. */
    private static List<Position> corners(List<Position> way) {
        List<Position> places = way.stream().distinct().toList();
        List<Position> corners = new ArrayList<>(List.of(places.get(0)));
        for (int i = 1; i < places.size() - 1; i++) {
            if (!isStraight(corners.get(corners.size() - 1), places.get(i), places.get(i + 1))) {
                corners.add(places.get(i));
            }
        }
        corners.add(places.get(places.size() - 1));
        return corners;
    }

    private static boolean isStraight(Position a, Position b, Position c) {
        return (a.x() == b.x() && b.x() == c.x()) || (a.y() == b.y() && b.y() == c.y());
    }

    private static Cubic line(Position from, Position to) {
        return new Cubic(between(from, to, 1 / 3.0), between(from, to, 2 / 3.0), to);
    }

    private static Position towards(Position from, Position to, double length) {
        double all = distance(from, to);
        return all == 0 ? from : between(from, to, Math.min(1, length / all));
    }

    private static Position between(Position from, Position to, double part) {
        return new Position(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }

    private static double distance(Position one, Position other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }
}
