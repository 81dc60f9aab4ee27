package jimu.app.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.DoubleStream;
import jimu.engine.graph.Position;

/**
 * The way with the fewest turns, and of those the shortest, around boxes: along lanes that pass each box at a little distance, from
 * left to right out of the start and into the end (A* over the crossings of the lanes).
 */
final class Lanes {
    /** How near a way may come to a box. */
    private static final double CLEAR = 5;

    private static final double TURN = 400;
    private static final int HEADINGS = 2;

    private final Position start;
    private final Position end;
    private final List<Box> walls;
    private final double[] xs;
    private final double[] ys;

    private record Step(int node, double cost, double least) {}

    /** Lanes between {@code start} and {@code end}, so far from {@code boxes}. */
    Lanes(Position start, Position end, Collection<Box> boxes, double distance) {
        this.start = start;
        this.end = end;
        walls = boxes.stream().map(box -> box.grown(CLEAR)).toList();
        xs = lanes(
                boxes.stream().mapMulti((box, to) -> {
                    to.accept(box.left() - distance);
                    to.accept(box.right() + distance);
                }),
                start.x(),
                end.x());
        ys = lanes(
                boxes.stream().mapMulti((box, to) -> {
                    to.accept(box.top() - distance);
                    to.accept(box.bottom() + distance);
                }),
                start.y(),
                end.y());
    }

    private static double[] lanes(java.util.stream.Stream<Double> sides, double from, double to) {
        return DoubleStream.concat(sides.mapToDouble(Double::doubleValue), DoubleStream.of(from, to))
                .distinct()
                .sorted()
                .toArray();
    }

    /** The corners of the way, start and end among them; none if the boxes leave no way. */
    Optional<List<Position>> way() {
        int count = xs.length * ys.length * HEADINGS;
        double[] costs = new double[count];
        int[] before = new int[count];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        Arrays.fill(before, -1);
        int first = node(Arrays.binarySearch(xs, start.x()), Arrays.binarySearch(ys, start.y()), 0);
        int last = node(Arrays.binarySearch(xs, end.x()), Arrays.binarySearch(ys, end.y()), 0);
        PriorityQueue<Step> open = new PriorityQueue<>(Comparator.comparingDouble(Step::least));
        costs[first] = 0;
        open.add(new Step(first, 0, 0));
        while (!open.isEmpty()) {
            Step step = open.remove();
            if (step.node() == last) {
                return Optional.of(corners(before, last));
            }
            if (step.cost() <= costs[step.node()]) {
                for (int next : neighbours(step.node())) {
                    double cost = step.cost() + cost(step.node(), next);
                    if (cost < costs[next]) {
                        costs[next] = cost;
                        before[next] = step.node();
                        open.add(new Step(next, cost, cost + distance(place(next), end)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<Integer> neighbours(int node) {
        int column = column(node);
        int row = row(node);
        List<Integer> next = new ArrayList<>();
        next.add(node(column, row, 1 - heading(node)));
        if (heading(node) == 0) {
            add(next, node, column + 1, row);
            add(next, node, column - 1, row);
        } else {
            add(next, node, column, row + 1);
            add(next, node, column, row - 1);
        }
        return next;
    }

    private void add(List<Integer> next, int from, int column, int row) {
        if (column < 0 || row < 0 || column >= xs.length || row >= ys.length) {
            return;
        }
        int to = node(column, row, heading(from));
        if (walls.stream().noneMatch(wall -> wall.isCrossed(place(from), place(to)))) {
            next.add(to);
        }
    }

    private double cost(int from, int to) {
        return heading(from) == heading(to) ? distance(place(from), place(to)) : TURN;
    }

    private List<Position> corners(int[] before, int last) {
        List<Position> corners = new ArrayList<>(List.of(end));
        for (int node = last; node >= 0; node = before[node]) {
            if (before[node] >= 0 && heading(before[node]) != heading(node)) {
                corners.add(place(node));
            }
        }
        corners.add(start);
        Collections.reverse(corners);
        return corners;
    }

    private int node(int column, int row, int heading) {
        return (row * xs.length + column) * HEADINGS + heading;
    }

    private static int heading(int node) {
        return node % HEADINGS;
    }

    private int column(int node) {
        return node / HEADINGS % xs.length;
    }

    private int row(int node) {
        return node / HEADINGS / xs.length;
    }

    private Position place(int node) {
        return new Position(xs[column(node)], ys[row(node)]);
    }

    private static double distance(Position one, Position other) {
        return Math.abs(one.x() - other.x()) + Math.abs(one.y() - other.y());
    }
}
