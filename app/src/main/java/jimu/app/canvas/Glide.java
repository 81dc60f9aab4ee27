package jimu.app.canvas;

import java.util.LinkedHashMap;
import java.util.Map;
import jimu.engine.graph.Position;

/**
 * The way of blocks from where they are to where they will be, and of the window over them.
 *
 * @param from the places at its beginning
 * @param to the places at its end, of the same blocks
 * @param lookFrom what the window shows at its beginning
 * @param lookTo what the window shows at its end
 */
record Glide(Map<String, Position> from, Map<String, Position> to, Viewport.Look lookFrom, Viewport.Look lookTo) {
    Glide {
        from = Map.copyOf(from);
        to = Map.copyOf(to);
    }

    /** Where the blocks are after a part of the time, from 0 to 1; slow at both ends. */
    Map<String, Position> places(double part) {
        double done = ease(part);
        Map<String, Position> places = new LinkedHashMap<>();
        to.forEach((id, end) -> {
            Position start = from.getOrDefault(id, end);
            places.put(id, new Position(between(start.x(), end.x(), done), between(start.y(), end.y(), done)));
        });
        return places;
    }

    /** What the window shows after a part of the time. */
    Viewport.Look look(double part) {
        double done = ease(part);
        return new Viewport.Look(
                between(lookFrom.x(), lookTo.x(), done),
                between(lookFrom.y(), lookTo.y(), done),
                between(lookFrom.scale(), lookTo.scale(), done));
    }

    private static double ease(double part) {
        return part * part * (3 - 2 * part);
    }

    private static double between(double start, double end, double done) {
        return start + (end - start) * done;
    }
}
