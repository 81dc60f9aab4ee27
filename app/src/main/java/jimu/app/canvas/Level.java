package jimu.app.canvas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.app.session.BlockSize;
import jimu.app.session.PortEnd;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.Ports;
import jimu.app.session.Scope;
import jimu.app.session.WirePath;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;

/**
 * What lies around a group that is open in place: the other blocks make room for it.
 *
 * @param scope where one would stand to change it
 * @param group the id of the block that is open
 * @param document as it is seen from there, with blocks pushed aside
 * @param faces what its blocks and wires show
 * @param at where its origin lies among the places of what is open
 * @param hole the rectangle that the open group takes up, among its own places
 */
record Level(Scope scope, String group, Document document, Faces faces, Position at, Box hole) {
    /** A document whose blocks leave room for a hole in the place of one of them. */
    static Document pushed(Document document, String group, Box hole) {
        Box closed = Box.of(document, document.graph().require(group));
        Map<String, Position> places = new LinkedHashMap<>();
        for (Block block : document.graph().blocks()) {
            Box box = Box.of(document, block);
            Position place = document.position(block.id());
            double dx = 0;
            double dy = 0;
            if (box.left() >= closed.right()) {
                dx = Math.max(0, hole.right() - closed.right());
            } else if (box.right() <= closed.left()) {
                dx = Math.min(0, hole.left() - closed.left());
            } else if (box.middle().y() < closed.middle().y()) {
                dy = Math.min(0, hole.top() - closed.top());
            } else {
                dy = Math.max(0, hole.bottom() - closed.bottom());
            }
            if (!block.id().equals(group)) {
                places.put(block.id(), new Position(place.x() + dx, place.y() + dy));
            }
        }
        return document.withPositions(places);
    }

    /** The blocks that are seen: all but the open one. */
    List<Block> blocks() {
        return document.graph().blocks().stream()
                .filter(block -> !block.id().equals(group))
                .toList();
    }

    /** All that there is, as a rectangle. */
    Box extent() {
        return Box.around(document, blocks()).union(hole);
    }

    /** The courses of the wires: they run through no block and not through the open group, at which they end on the hole's edge. */
    Map<WireFace, WirePath> courses() {
        Map<String, Box> boxes = new LinkedHashMap<>();
        document.graph().blocks().forEach(block -> boxes.put(block.id(), box(block.id())));
        Obstacles obstacles = new Obstacles();
        obstacles.replace(boxes);
        Map<WireFace, WirePath> courses = new LinkedHashMap<>();
        faces.wires().values().forEach(face -> courses.put(face, course(face.link(), obstacles)));
        return courses;
    }

    private WirePath course(Link link, Obstacles obstacles) {
        String from = link.from().block();
        String to = link.to().block();
        return Router.course(
                link,
                end(new PortEnd(link.from(), Side.OUTPUT)),
                end(new PortEnd(link.to(), Side.INPUT)),
                box(from),
                box(to),
                region -> {
                    Map<String, Box> near = obstacles.near(region);
                    near.keySet().removeAll(List.of(from, to));
                    return near;
                });
    }

    private Box box(String block) {
        return block.equals(group) ? hole : Box.of(document, document.graph().require(block));
    }

    private Position end(PortEnd end) {
        return end.block().equals(group) ? onEdge(end) : PortPlaces.of(document, end);
    }

    private Position onEdge(PortEnd end) {
        List<String> names = Ports.of(document, document.graph().require(group)).on(end.side());
        return edge(hole, end.side(), names.indexOf(end.port().port()), names.size());
    }

    /** Where a port of an open group lies: about the middle of a side of its rectangle. */
    static Position edge(Box hole, Side side, int index, int count) {
        BlockSize size = new BlockSize(hole.width(), hole.height());
        double y = index < 0 ? size.height() / 2 : size.portY(index, count);
        return new Position(side == Side.INPUT ? hole.left() : hole.right(), hole.top() + y);
    }

    /** The block at a place among those of what is open. */
    Optional<String> blockAt(Position place) {
        Position here = new Position(place.x() - at.x(), place.y() - at.y());
        return blocks().stream()
                .filter(block -> Box.of(document, block).contains(here))
                .map(Block::id)
                .reduce((below, above) -> above);
    }
}
