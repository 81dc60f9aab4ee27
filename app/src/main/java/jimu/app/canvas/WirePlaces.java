package jimu.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.app.session.WirePath;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;

/** Which wire runs near a place. */
final class WirePlaces {
    private static final int PIECES = 24;

    private final Courses courses;

    WirePlaces(Courses courses) {
        this.courses = courses;
    }

    /** The course of a wire. */
    WirePath course(Document document, Link link) {
        return courses.of(document, link);
    }

    /** The wire nearest to a place, if one runs within {@code reach}; none of those that end at a block of {@code except}. */
    Optional<Link> near(Document document, Position place, double reach, Set<String> except) {
        Optional<Link> nearest = Optional.empty();
        double least = reach;
        for (Link link : document.graph().links()) {
            if (except.contains(link.from().block())
                    || except.contains(link.to().block())) {
                continue;
            }
            WirePath course = course(document, link);
            double distance = distance(course, place);
            if (distance <= least) {
                least = distance;
                nearest = Optional.of(link);
            }
        }
        return nearest;
    }

    private static double distance(WirePath course, Position place) {
        double least = Double.POSITIVE_INFINITY;
        List<Position> points = course.points(PIECES);
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
