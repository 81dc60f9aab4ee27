package jimu.app.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jimu.app.session.WirePath;
import jimu.app.session.WirePath.Cubic;
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

    /** How far a wire goes straight on before its first and after its last turn: less where blocks stand close. */
    private static final double[] STUBS = {20, 10};

    private Router() {}

    /**
     * The course from an output to an input. The blocks at both ends, {@code out} and {@code in}, are not run through either;
     * {@code near} tells the other boxes in a region.
     */
    static WirePath course(Position from, Position to, Box out, Box in, Function<Box, Map<String, Box>> near) {
        WirePath usual = WirePath.between(from, to);
        List<Position> points = usual.points(PIECES);
        boolean free =
                met(points, near).isEmpty() && !isCrossed(points, out.grown(-1)) && !isCrossed(points, in.grown(-1));
        return free ? usual : around(from, to, out, in, near).orElse(usual);
    }

    private static Optional<WirePath> around(
            Position from, Position to, Box out, Box in, Function<Box, Map<String, Box>> near) {
        for (double stub : STUBS) {
            Optional<List<Position>> way = way(from, to, stub, out, in, near);
            if (way.isPresent()) {
                return way.map(Router::rounded);
            }
        }
        return Optional.empty();
    }

    /** Looks at more and more boxes, until the way around them meets no others. */
    private static Optional<List<Position>> way(
            Position from, Position to, double stub, Box out, Box in, Function<Box, Map<String, Box>> near) {
        Position start = new Position(from.x() + stub, from.y());
        Position end = new Position(to.x() - stub, to.y());
        Map<String, Box> known = new LinkedHashMap<>();
        known.put("", out);
        known.put(" ", in);
        for (int round = 0; round < ROUNDS && known.size() < MOST; round++) {
            Optional<List<Position>> found = new Lanes(start, end, known.values()).way();
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

    private static WirePath rounded(List<Position> corners) {
        List<Cubic> curves = new ArrayList<>();
        Position at = corners.get(0);
        for (int i = 1; i < corners.size() - 1; i++) {
            Position corner = corners.get(i);
            Position next = corners.get(i + 1);
            Position last = corners.get(i - 1);
            if (isStraight(last, corner, next)) {
                continue;
            }
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
