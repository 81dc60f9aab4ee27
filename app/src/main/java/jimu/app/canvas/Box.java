package jimu.app.canvas;

import java.util.Collection;
import jimu.app.session.BlockSize;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark;

/** A rectangle of the canvas; with its right end left of its left end it is empty. */
record Box(double left, double top, double right, double bottom) {
    static final Box EMPTY = new Box(
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** The rectangle with two opposite corners. */
    static Box between(Position one, Position other) {
        return new Box(
                Math.min(one.x(), other.x()),
                Math.min(one.y(), other.y()),
                Math.max(one.x(), other.x()),
                Math.max(one.y(), other.y()));
    }

    /** What a block takes up. */
    static Box of(Document document, Block block) {
        return at(document.position(block.id()), BlockSize.of(document, block));
    }

    /** What something of a size takes up at a place. */
    static Box at(Position place, BlockSize size) {
        return new Box(place.x(), place.y(), place.x() + size.width(), place.y() + size.height());
    }

    /** What a note or a frame takes up. */
    static Box of(Remark remark) {
        Position place = remark.place();
        return new Box(place.x(), place.y(), place.x() + remark.width(), place.y() + remark.height());
    }

    /** Whether the whole of the other lies in it. */
    boolean holds(Box other) {
        return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
    }

    /** What blocks take up together. */
    static Box around(Document document, Collection<Block> blocks) {
        return blocks.stream().map(block -> of(document, block)).reduce(EMPTY, Box::union);
    }

    boolean isEmpty() {
        return left > right;
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    Position middle() {
        return new Position((left + right) / 2, (top + bottom) / 2);
    }

    Box union(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /** Larger by a margin on all sides. */
    Box grown(double margin) {
        return isEmpty() ? this : new Box(left - margin, top - margin, right + margin, bottom + margin);
    }

    boolean contains(Position place) {
        return place.x() >= left && place.x() <= right && place.y() >= top && place.y() <= bottom;
    }

    /** The smallest one around places. */
    static Box around(Collection<Position> places) {
        return places.stream().map(place -> between(place, place)).reduce(EMPTY, Box::union);
    }

    /** Whether a straight line runs through its inside. */
    boolean isCrossed(Position from, Position to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double[] part = {0, 1};
        return cut(part, -dx, from.x() - left)
                && cut(part, dx, right - from.x())
                && cut(part, -dy, from.y() - top)
                && cut(part, dy, bottom - from.y())
                && part[0] < part[1];
    }

    /** Shortens the part of a line that lies on the inner side of an edge (Liang and Barsky); false if none does. */
    private static boolean cut(double[] part, double towards, double distance) {
        if (towards == 0) {
            return distance > 0;
        }
        double at = distance / towards;
        if (towards < 0) {
            part[0] = Math.max(part[0], at);
        } else {
            part[1] = Math.min(part[1], at);
        }
        return part[0] < part[1];
    }

    boolean touches(Box other) {
        return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
    }
}
