package jimu.app.canvas;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Things that take up boxes of the canvas, found by where they lie: the canvas falls into cells that know what touches them. */
final class Cells<T> {
    private static final double SIZE = 512;

    private final Map<Cell, Set<T>> cells = new HashMap<>();
    private final Map<T, Box> boxes = new HashMap<>();

    private record Cell(int column, int row) {}

    /** Puts a thing there, or moves it there. */
    void put(T thing, Box box) {
        if (!box.equals(boxes.get(thing))) {
            remove(thing);
            boxes.put(thing, box);
            each(
                    box,
                    cell -> cells.computeIfAbsent(cell, one -> new HashSet<>()).add(thing));
        }
    }

    /** Takes a thing away, if it is there. */
    void remove(T thing) {
        Box box = boxes.remove(thing);
        if (box != null) {
            each(
                    box,
                    cell -> cells.computeIfPresent(cell, (one, things) -> {
                        things.remove(thing);
                        return things.isEmpty() ? null : things;
                    }));
        }
    }

    /** What a thing takes up. */
    Optional<Box> box(T thing) {
        return Optional.ofNullable(boxes.get(thing));
    }

    /** What all things take up. */
    Collection<Box> boxes() {
        return boxes.values();
    }

    /** The things that a box touches, in no order. */
    Set<T> in(Box box) {
        Set<T> found = new HashSet<>();
        if (box.isEmpty()) {
            return found;
        }
        if (count(box) > boxes.size()) {
            boxes.forEach((thing, own) -> {
                if (own.touches(box)) {
                    found.add(thing);
                }
            });
        } else {
            each(
                    box,
                    cell -> cells.getOrDefault(cell, Set.of()).forEach(thing -> {
                        Box own = boxes.get(thing);
                        if (own != null && own.touches(box)) {
                            found.add(thing);
                        }
                    }));
        }
        return found;
    }

    private static double count(Box box) {
        return (box.width() / SIZE + 2) * (box.height() / SIZE + 2);
    }

    private static void each(Box box, Consumer<Cell> step) {
        int right = cell(box.right());
        int bottom = cell(box.bottom());
        for (int column = cell(box.left()); column <= right; column++) {
            for (int row = cell(box.top()); row <= bottom; row++) {
                step.accept(new Cell(column, row));
            }
        }
    }

    private static int cell(double at) {
        return (int) Math.floor(at / SIZE);
    }
}
