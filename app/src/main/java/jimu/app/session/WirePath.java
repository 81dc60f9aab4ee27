package jimu.app.session;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.graph.Position;

/**
 * The course of a wire: cubic curves, end to end. One that runs to the right is a single curve; one that runs back goes round.
 *
 * @param start where it begins
 * @param curves its pieces in order
 */
public record WirePath(Position start, List<Cubic> curves) {
    private static final double SLACK = 24;
    private static final double TURN = 28;
    private static final double CLEARANCE = 64;
    private static final int PIECES = 24;

    /** How high a label is. */
    private static final double LABEL = 16;

    /** What the ports at both ends and a label's edges take of a wire's length. */
    private static final double ENDS = 18;

    /** A piece: two control points and its end. */
    public record Cubic(Position first, Position second, Position end) {
        /** The place on it after a part of it, from 0 to 1, where it begins at {@code start}. */
        Position at(Position start, double part) {
            double rest = 1 - part;
            double a = rest * rest * rest;
            double b = 3 * rest * rest * part;
            double c = 3 * rest * part * part;
            double d = part * part * part;
            return new Position(
                    a * start.x() + b * first.x() + c * second.x() + d * end.x(),
                    a * start.y() + b * first.y() + c * second.y() + d * end.y());
        }
    }

    public WirePath {
        curves = List.copyOf(curves);
    }

    /** The wire from an output to an input. */
    public static WirePath between(Position from, Position to) {
        double dx = to.x() - from.x();
        if (dx >= SLACK) {
            double pull = Math.max(dx / 2, Math.min(60, Math.abs(to.y() - from.y()) / 2));
            return new WirePath(
                    from,
                    List.of(new Cubic(
                            new Position(from.x() + pull, from.y()), new Position(to.x() - pull, to.y()), to)));
        }
        return round(from, to);
    }

    private static WirePath round(Position from, Position to) {
        boolean roomBetween = Math.abs(to.y() - from.y()) > 2 * CLEARANCE;
        double level = roomBetween ? (from.y() + to.y()) / 2 : Math.max(from.y(), to.y()) + CLEARANCE;
        Position out = new Position(from.x(), level);
        Position back = new Position(to.x(), level);
        double third = (back.x() - out.x()) / 3;
        return new WirePath(
                from,
                List.of(
                        new Cubic(
                                new Position(from.x() + TURN * 4 / 3, from.y()),
                                new Position(from.x() + TURN * 4 / 3, level),
                                out),
                        new Cubic(new Position(out.x() + third, level), new Position(back.x() - third, level), back),
                        new Cubic(
                                new Position(to.x() - TURN * 4 / 3, level),
                                new Position(to.x() - TURN * 4 / 3, to.y()),
                                to)));
    }

    /** Places along it, so many to a piece: straight lines between them come close to it. */
    public List<Position> points(int eachPiece) {
        List<Position> points = new ArrayList<>(List.of(start));
        Position from = start;
        for (Cubic curve : curves) {
            for (int i = 1; i <= eachPiece; i++) {
                points.add(curve.at(from, (double) i / eachPiece));
            }
            from = curve.end();
        }
        return points;
    }

    /** Where it ends. */
    public Position end() {
        return curves.get(curves.size() - 1).end();
    }

    /** The place in the middle of its middle piece, where its label stands. */
    public Position middle() {
        int piece = curves.size() / 2;
        Position a = piece == 0 ? start : curves.get(piece - 1).end();
        Cubic cubic = curves.get(piece);
        return new Position(
                (a.x()
                                + 3 * cubic.first().x()
                                + 3 * cubic.second().x()
                                + cubic.end().x())
                        / 8,
                (a.y()
                                + 3 * cubic.first().y()
                                + 3 * cubic.second().y()
                                + cubic.end().y())
                        / 8);
    }

    /** How wide a label in its middle may be without reaching past where that piece begins and ends; a piece that is steep has any room. */
    public double room() {
        int piece = curves.size() / 2;
        Position from = piece == 0 ? start : curves.get(piece - 1).end();
        Position to = curves.get(piece).end();
        boolean level = Math.abs(to.y() - from.y()) < LABEL;
        return level ? Math.abs(to.x() - from.x()) - ENDS : Double.POSITIVE_INFINITY;
    }

    /** How far a place is from it. */
    public double distance(Position place) {
        double least = Double.POSITIVE_INFINITY;
        List<Position> points = points(PIECES);
        for (int i = 1; i < points.size(); i++) {
            least = Math.min(least, toSegment(place, points.get(i - 1), points.get(i)));
        }
        return least;
    }

    private static double toSegment(Position place, Position from, Position to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((place.x() - from.x()) * dx + (place.y() - from.y()) * dy) / length;
        double t = Math.max(0, Math.min(1, along));
        return Math.hypot(place.x() - from.x() - t * dx, place.y() - from.y() - t * dy);
    }
}
