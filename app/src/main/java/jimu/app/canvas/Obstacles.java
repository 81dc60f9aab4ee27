package jimu.app.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The boxes of blocks, found by the square of the canvas that they lie in: a region asks only those near it. */
final class Obstacles {
    private static final double SQUARE = 320;

    private final Map<String, Box> boxes = new HashMap<>();
    private final Map<Square, Set<String>> squares = new HashMap<>();

    private record Square(int column, int row) {}

    /** What there is to be met in a region, by block. */
    Map<String, Box> near(Box region) {
        Map<String, Box> near = new LinkedHashMap<>();
        for (Square square : squares(region)) {
            for (String id : squares.getOrDefault(square, Set.of())) {
                Box box = boxes.get(id);
                if (box != null && box.touches(region)) {
                    near.put(id, box);
                }
            }
        }
        return near;
    }

    /** Takes these boxes instead; the answer are all, old and new, that are not the same as before. */
    Set<Box> replace(Map<String, Box> now) {
        Set<Box> changed = new HashSet<>();
        for (String id : Set.copyOf(boxes.keySet())) {
            Box old = boxes.get(id);
            if (old != null && !old.equals(now.get(id))) {
                changed.add(old);
                squares(old).forEach(square -> {
                    Set<String> there = squares.getOrDefault(square, new HashSet<>());
                    there.remove(id);
                });
                boxes.remove(id);
            }
        }
        now.forEach((id, box) -> {
            if (!box.equals(boxes.put(id, box))) {
                changed.add(box);
                squares(box)
                        .forEach(square -> squares.computeIfAbsent(square, one -> new HashSet<>())
                                .add(id));
            }
        });
        return changed;
    }

    private static Set<Square> squares(Box region) {
        Set<Square> covered = new HashSet<>();
        for (int column = index(region.left()); column <= index(region.right()); column++) {
            for (int row = index(region.top()); row <= index(region.bottom()); row++) {
                covered.add(new Square(column, row));
            }
        }
        return covered;
    }

    private static int index(double at) {
        return (int) Math.floor(at / SQUARE);
    }
}
