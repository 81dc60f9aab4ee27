package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jimu.app.session.Nets;
import jimu.app.session.WirePath;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.layer.activation.ReLU;
import org.junit.jupiter.api.Test;

class RoutedCoursesTest {
    private static final Link WIRE = Link.of("a", "output", "b", "input");
    private static final Link OTHER = Link.of("c", "output", "d", "input");
    private static final Document NET = Nets.net()
            .block("a", new ReLU(), 0, 0)
            .block("b", new ReLU(), 600, 0)
            .block("c", new ReLU(), 0, 1000)
            .block("d", new ReLU(), 600, 1000)
            .block("loose", new ReLU(), 300, 400)
            .chain("a", "b")
            .chain("c", "d")
            .document();
    private static final Document COVERED = NET.withPositions(Map.of("loose", new Position(300, 0)));

    private final RoutedCourses courses = new RoutedCourses();

    private Set<Link> settle(Document document) {
        Map<String, Box> boxes = new HashMap<>();
        document.graph().blocks().forEach(block -> boxes.put(block.id(), Box.of(document, block)));
        return courses.settle(boxes, document.graph().links());
    }

    private static WirePath usual(Document document) {
        return Courses.DIRECT.of(document, WIRE);
    }

    @Test
    void onlyTheWireInWhoseWayABlockComesRunsElsewhere() {
        settle(NET);
        assertEquals(usual(NET), courses.of(NET, WIRE));
        WirePath other = courses.of(NET, OTHER);
        assertEquals(Set.of(WIRE), settle(COVERED));
        assertNotEquals(usual(COVERED), courses.of(COVERED, WIRE));
        assertSame(other, courses.of(COVERED, OTHER));
    }

    @Test
    void whenTheBlockGoesTheWireIsStraightAgain() {
        settle(COVERED);
        courses.of(COVERED, WIRE);
        assertEquals(Set.of(WIRE), settle(NET));
        assertEquals(usual(NET), courses.of(NET, WIRE));
    }

    @Test
    void aWireDoesNotFleeFromABlockThatIsStillDragged() {
        settle(NET);
        assertEquals(usual(NET), courses.of(COVERED, WIRE));
    }

    @Test
    void theWiresOfADraggedBlockGoAroundTheOthers() {
        settle(COVERED);
        courses.of(COVERED, WIRE);
        Document dragged = COVERED.withPositions(Map.of("b", new Position(600, 8)));
        assertNotEquals(usual(dragged), courses.of(dragged, WIRE));
        Document free = COVERED.withPositions(Map.of("b", new Position(600, -600)));
        assertEquals(usual(free), courses.of(free, WIRE));
    }

    @Test
    void whatIsSettledAsItWasStirsNothing() {
        settle(COVERED);
        courses.of(COVERED, WIRE);
        assertEquals(Set.of(), settle(COVERED));
    }
}
