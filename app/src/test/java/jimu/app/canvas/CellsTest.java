package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CellsTest {
    private final Cells<String> cells = new Cells<>();

    @Test
    void findsWhatABoxTouches() {
        cells.put("near", new Box(-10, -10, 10, 10));
        cells.put("far", new Box(5000, 5000, 5100, 5100));
        assertEquals(Set.of("near"), cells.in(new Box(9, 9, 400, 400)));
        assertEquals(Set.of("near", "far"), cells.in(new Box(0, 0, 5050, 5050)));
        assertEquals(Set.of(), cells.in(new Box(11, 11, 400, 400)));
        assertEquals(Set.of(), cells.in(Box.EMPTY));
    }

    @Test
    void whatIsMovedOrTakenAwayIsNotWhereItWas() {
        cells.put("one", new Box(0, 0, 10, 10));
        cells.put("one", new Box(2000, 0, 2010, 10));
        assertEquals(Set.of(), cells.in(new Box(0, 0, 10, 10)));
        assertEquals(Set.of("one"), cells.in(new Box(2005, 5, 2006, 6)));
        cells.remove("one");
        assertEquals(Set.of(), cells.in(new Box(2005, 5, 2006, 6)));
        assertEquals(Optional.empty(), cells.box("one"));
    }

    @Test
    void findsTheSameAsLookingAtEverything() {
        Random random = new Random(7);
        Map<String, Box> all = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            Box box = box(random, 600);
            all.put("b" + i, box);
            cells.put("b" + i, box);
        }
        for (int i = 0; i < 100; i++) {
            Box asked = box(random, i % 10 == 0 ? 20_000 : 900);
            Set<String> touched = new HashSet<>();
            all.forEach((id, box) -> {
                if (box.touches(asked)) {
                    touched.add(id);
                }
            });
            assertEquals(touched, cells.in(asked));
        }
    }

    private static Box box(Random random, double most) {
        double x = random.nextDouble() * 8000 - 4000;
        double y = random.nextDouble() * 8000 - 4000;
        return new Box(x, y, x + random.nextDouble() * most, y + random.nextDouble() * most);
    }
}
