package jimu.app.canvas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import jimu.app.session.BlockSize;
import jimu.engine.graph.Document;
import jimu.engine.graph.Position;

/** Draws a moving block into line with others near by, edge to edge or middle to middle, and otherwise to the grid. */
final class Snapping {
    private static final double NEAR = 900;
    private static final double SAME = 0.01;

    private final List<Box> others;
    private final double reach;

    /** Where a block goes, and the lines on which it then is with others. */
    record Snapped(Position place, List<Box> guides) {}

    /** Snaps to these boxes where no more than {@code reach} is missing. */
    Snapping(List<Box> others, double reach) {
        this.others = List.copyOf(others);
        this.reach = reach;
    }

    /** Snaps to all blocks of a document but some. */
    static Snapping to(Document document, Set<String> except, double reach) {
        return new Snapping(
                document.graph().blocks().stream()
                        .filter(block -> !except.contains(block.id()))
                        .map(block -> Box.of(document, block))
                        .toList(),
                reach);
    }

    /** Snaps something of the size of {@code box} that lies at {@code wanted}. */
    Snapped snap(Box box, Position wanted) {
        Box moving = at(box, wanted);
        List<Box> near = others.stream()
                .filter(other -> other.touches(moving.grown(NEAR)))
                .toList();
        Position grid = BlockSize.snap(wanted);
        double dx = least(near.stream().flatMapToDouble(other -> across(moving, other)));
        double dy = least(near.stream().flatMapToDouble(other -> along(moving, other)));
        Position place = new Position(
                Double.isNaN(dx) ? grid.x() : wanted.x() + dx, Double.isNaN(dy) ? grid.y() : wanted.y() + dy);
        return new Snapped(place, guides(at(box, place), near));
    }

    private static Box at(Box box, Position place) {
        return new Box(place.x(), place.y(), place.x() + box.width(), place.y() + box.height());
    }

    private double least(DoubleStream distances) {
        return distances
                .filter(distance -> Math.abs(distance) <= reach)
                .boxed()
                .min((one, other) -> Double.compare(Math.abs(one), Math.abs(other)))
                .orElse(Double.NaN);
    }

    private static DoubleStream across(Box moving, Box other) {
        return DoubleStream.of(
                other.middle().x() - moving.middle().x(), other.left() - moving.left(), other.right() - moving.right());
    }

    private static DoubleStream along(Box moving, Box other) {
        return DoubleStream.of(
                other.middle().y() - moving.middle().y(), other.top() - moving.top(), other.bottom() - moving.bottom());
    }

    /** A guide through middles, and guides along edges where these reach others than that. */
    private static List<Box> guides(Box moving, List<Box> near) {
        List<Box> guides = new ArrayList<>();
        Set<Box> reaches = new HashSet<>(Set.of(moving));
        for (double x : new double[] {moving.middle().x(), moving.left(), moving.right()}) {
            Box reached = reached(moving, near, other -> meets(x, other.middle().x(), other.left(), other.right()));
            if (reaches.add(reached)) {
                guides.add(new Box(x, reached.top(), x, reached.bottom()));
            }
        }
        reaches.retainAll(Set.of(moving));
        for (double y : new double[] {moving.middle().y(), moving.top(), moving.bottom()}) {
            Box reached = reached(moving, near, other -> meets(y, other.middle().y(), other.top(), other.bottom()));
            if (reaches.add(reached)) {
                guides.add(new Box(reached.left(), y, reached.right(), y));
            }
        }
        return guides;
    }

    private static Box reached(Box moving, List<Box> near, Predicate<Box> meets) {
        return near.stream().filter(meets).reduce(moving, Box::union);
    }

    private static boolean meets(double line, double... others) {
        return DoubleStream.of(others).anyMatch(other -> Math.abs(line - other) < SAME);
    }
}
