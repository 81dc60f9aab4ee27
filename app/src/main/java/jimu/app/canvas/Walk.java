package jimu.app.canvas;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jimu.app.session.PortEnd;
import jimu.app.session.Selection;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;

/** Where the arrow keys lead from what is selected: along the wires, and from block to block where none runs that way. */
final class Walk {
    /** The direction of an arrow key. */
    enum Way {
        LEFT(-1, 0),
        RIGHT(1, 0),
        UP(0, -1),
        DOWN(0, 1);

        private final int dx;
        private final int dy;

        Way(int dx, int dy) {
            this.dx = dx;
            this.dy = dy;
        }
    }

    /** How much farther a block counts that lies to the side. */
    private static final double ASIDE = 2;

    private final Document document;

    Walk(Document document) {
        this.document = document;
    }

    /** What is selected next; empty where there is nothing that way. */
    Optional<Selection> from(Selection selection, Way way) {
        Optional<Link> wire = selection.links().stream().findFirst();
        Optional<Block> block = selection.blocks().stream().findFirst().flatMap(document.graph()::block);
        if (block.isPresent()) {
            return fromBlock(block.get(), way);
        }
        return wire.isPresent() ? fromWire(wire.get(), way) : first();
    }

    private Optional<Selection> first() {
        return document.graph().blocks().stream()
                .map(Block::id)
                .min(Comparator.<String>comparingDouble(
                                id -> document.position(id).y())
                        .thenComparingDouble(id -> document.position(id).x()))
                .map(Selection::of);
    }

    private Optional<Selection> fromBlock(Block block, Way way) {
        Optional<Link> wire = switch (way) {
            case RIGHT ->
                wires(link -> link.from().block(), block.id()).stream().findFirst();
            case LEFT -> wires(link -> link.to().block(), block.id()).stream().findFirst();
            case UP, DOWN -> Optional.empty();
        };
        return wire.map(Selection::of).or(() -> nearest(block, way).map(Selection::of));
    }

    /** Along a wire to its end, or across to the next one that begins, or else ends, at the same block. */
    private Optional<Selection> fromWire(Link wire, Way way) {
        return switch (way) {
            case RIGHT -> Optional.of(Selection.of(wire.to().block()));
            case LEFT -> Optional.of(Selection.of(wire.from().block()));
            case UP, DOWN -> {
                List<Link> beside =
                        wires(link -> link.from().block(), wire.from().block());
                if (beside.size() < 2) {
                    beside = wires(link -> link.to().block(), wire.to().block());
                }
                int at = beside.indexOf(wire) + way.dy;
                yield at >= 0 && at < beside.size() ? Optional.of(Selection.of(beside.get(at))) : Optional.empty();
            }
        };
    }

    /** The wires at a block, the upper ones first. */
    private List<Link> wires(Function<Link, String> end, String block) {
        return document.graph().links().stream()
                .filter(link -> end.apply(link).equals(block))
                .sorted(Comparator.<Link>comparingDouble(link -> height(link.to(), PortEnd.Side.INPUT))
                        .thenComparingDouble(link -> height(link.from(), PortEnd.Side.OUTPUT)))
                .toList();
    }

    private double height(jimu.engine.graph.PortRef port, PortEnd.Side side) {
        return PortPlaces.of(document, new PortEnd(port, side)).y();
    }

    private Optional<String> nearest(Block block, Way way) {
        Position here = Box.of(document, block).middle();
        return document.graph().blocks().stream()
                .filter(other -> !other.id().equals(block.id()) && along(here, other, way) > 0)
                .min(Comparator.comparingDouble(other -> along(here, other, way) + ASIDE * across(here, other, way)))
                .map(Block::id);
    }

    private double along(Position here, Block other, Way way) {
        Position there = Box.of(document, other).middle();
        return way.dx * (there.x() - here.x()) + way.dy * (there.y() - here.y());
    }

    private double across(Position here, Block other, Way way) {
        Position there = Box.of(document, other).middle();
        return Math.abs(way.dy * (there.x() - here.x()) + way.dx * (there.y() - here.y()));
    }
}
