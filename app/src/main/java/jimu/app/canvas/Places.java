package jimu.app.canvas;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.app.session.BlockSize;
import jimu.app.session.PortEnd;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.Ports;
import jimu.app.session.WirePath;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;

/** Where blocks and wires lie, and what lies at a place; it follows the document and looks anew only at what has moved. */
final class Places {
    /** From one in so many on, going through all things in order takes less time than sorting. */
    private static final int MANY = 8;

    /** Room for a line's own width beyond its course. */
    private static final double ROUND = 8;

    private static final int PIECES = 8;

    private final Courses courses;
    private final Map<String, Stand> stands = new HashMap<>();
    private final Map<Link, WirePath> paths = new HashMap<>();
    private final Map<String, Integer> blockOrder = new LinkedHashMap<>();
    private final Map<Link, Integer> wireOrder = new LinkedHashMap<>();
    private final Cells<String> blocks = new Cells<>();
    private final Cells<Link> wires = new Cells<>();
    private Faces faces = Faces.NONE;
    private Box bounds = Box.EMPTY;
    private int changes;

    /** Where a block stands and what the courses of its wires depend on. */
    private record Stand(Position place, BlockSize size, Ports ports) {
        Box box() {
            return new Box(place.x(), place.y(), place.x() + size.width(), place.y() + size.height());
        }
    }

    /** Wires run as {@code courses} says. */
    Places(Courses courses) {
        this.courses = courses;
    }

    /** Follows a document whose blocks and wires have these faces; {@code rerouted} run elsewhere though their ends stand still. */
    void follow(Document document, Faces now, Set<Link> rerouted) {
        boolean alike = hasOrder(now);
        faces = now;
        if (!alike) {
            forgetGone();
            number(now.blocks().keySet(), blockOrder);
            number(now.wires().keySet(), wireOrder);
        }
        Set<String> moved = moved(document);
        if (alike && moved.isEmpty() && rerouted.isEmpty()) {
            return;
        }
        changes++;
        bounds = blocks.boxes().stream().reduce(Box.EMPTY, Box::union);
        for (Link link : now.wires().keySet()) {
            if (!paths.containsKey(link)
                    || rerouted.contains(link)
                    || moved.contains(link.from().block())
                    || moved.contains(link.to().block())) {
                WirePath path = courses.of(document, link);
                paths.put(link, path);
                wires.put(link, Box.around(path.points(PIECES)).grown(ROUND));
            }
        }
    }

    /** Whether all blocks stand, and all wires are there, as in a document with these faces. */
    boolean isAsIn(Document document, Faces now) {
        return hasOrder(now)
                && now.blocks().entrySet().stream()
                        .allMatch(entry -> stays(entry.getKey(), entry.getValue(), document.position(entry.getKey())));
    }

    private boolean hasOrder(Faces now) {
        return isSame(now.blocks().keySet(), blockOrder.keySet())
                && isSame(now.wires().keySet(), wireOrder.keySet());
    }

    private static boolean isSame(Set<?> one, Set<?> other) {
        Iterator<?> others = other.iterator();
        return one.size() == other.size() && one.stream().allMatch(thing -> thing.equals(others.next()));
    }

    private boolean stays(String id, BlockFace face, Position place) {
        Stand before = stands.get(id);
        return before != null && before.place().equals(place) && before.ports().equals(face.ports());
    }

    private Set<String> moved(Document document) {
        Set<String> moved = new HashSet<>();
        faces.blocks().forEach((id, face) -> {
            Position place = document.position(id);
            if (!stays(id, face, place)) {
                Stand now = new Stand(place, face.size(), face.ports());
                stands.put(id, now);
                blocks.put(id, now.box());
                moved.add(id);
            }
        });
        return moved;
    }

    private void forgetGone() {
        stands.keySet().removeIf(id -> {
            boolean gone = !faces.blocks().containsKey(id);
            if (gone) {
                blocks.remove(id);
            }
            return gone;
        });
        paths.keySet().removeIf(link -> {
            boolean gone = !faces.wires().containsKey(link);
            if (gone) {
                wires.remove(link);
            }
            return gone;
        });
    }

    private static <T> void number(Collection<T> things, Map<T, Integer> order) {
        order.clear();
        things.forEach(thing -> order.put(thing, order.size()));
    }

    /** Grows whenever something has moved, come or gone. */
    int changes() {
        return changes;
    }

    /** What all blocks take up together. */
    Box bounds() {
        return bounds;
    }

    /** What each block takes up, in no order. */
    Collection<Box> boxes() {
        return blocks.boxes();
    }

    /** What a block takes up; nothing if it is not there. */
    Box box(String block) {
        return blocks.box(block).orElse(Box.EMPTY);
    }

    /** The course of a wire that is there. */
    Optional<WirePath> course(Link link) {
        return Optional.ofNullable(paths.get(link));
    }

    /** The blocks that a box touches, in the document's order: later ones lie on top. */
    List<String> blocksIn(Box box) {
        return inOrder(blocks.in(box), blockOrder);
    }

    /** The wires that may pass through a box, in the document's order. */
    List<Link> wiresIn(Box box) {
        return inOrder(wires.in(box), wireOrder);
    }

    private static <T> List<T> inOrder(Set<T> found, Map<T, Integer> order) {
        if (found.size() > order.size() / MANY) {
            return order.keySet().stream().filter(found::contains).toList();
        }
        return found.stream()
                .sorted(Comparator.comparing(thing -> order.getOrDefault(thing, 0)))
                .toList();
    }

    /** The block that covers a place; of several the one on top. */
    Optional<String> blockAt(Position place) {
        return blocksIn(Box.between(place, place)).stream().reduce((below, above) -> above);
    }

    /** The port nearest to a place, if one lies within {@code reach}. */
    Optional<PortEnd> portNear(Position place, double reach) {
        Optional<PortEnd> nearest = Optional.empty();
        double least = reach;
        for (String id : blocksIn(Box.between(place, place).grown(reach))) {
            Stand stand = stands.get(id);
            for (Side side : Side.values()) {
                List<String> names = stand == null ? List.of() : stand.ports().on(side);
                for (int i = 0; stand != null && i < names.size(); i++) {
                    double x = stand.place().x()
                            + (side == Side.INPUT ? 0 : stand.size().width());
                    double y = stand.place().y() + stand.size().portY(i, names.size());
                    double distance = Math.hypot(x - place.x(), y - place.y());
                    if (distance <= least) {
                        least = distance;
                        nearest = Optional.of(
                                side == Side.INPUT
                                        ? PortEnd.input(id, names.get(i))
                                        : PortEnd.output(id, names.get(i)));
                    }
                }
            }
        }
        return nearest;
    }

    /** The wire nearest to a place, if one runs within {@code reach}; none of those that end at a block of {@code except}. */
    Optional<Link> wireNear(Position place, double reach, Set<String> except) {
        Optional<Link> nearest = Optional.empty();
        double least = reach;
        for (Link link : wiresIn(Box.between(place, place).grown(reach))) {
            WirePath path = paths.get(link);
            boolean left = except.contains(link.from().block())
                    || except.contains(link.to().block());
            double distance = path == null || left ? Double.POSITIVE_INFINITY : path.distance(place);
            if (distance <= least) {
                least = distance;
                nearest = Optional.of(link);
            }
        }
        return nearest;
    }

    /** What lies at a place, notes and frames left out; wires and ports are met within {@code reach}. */
    Spot at(Position place, double reach) {
        Optional<PortEnd> port = portNear(place, PortView.SIZE / 2);
        if (port.isPresent()) {
            return new Spot.OnPort(port.get());
        }
        Optional<String> block = blockAt(place);
        if (block.isPresent()) {
            return new Spot.OnBlock(block.get());
        }
        return wireNear(place, reach, Set.of()).<Spot>map(Spot.OnWire::new).orElse(new Spot.OnCanvas());
    }
}
