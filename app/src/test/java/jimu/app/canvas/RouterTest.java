package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jimu.app.session.BlockSize;
import jimu.app.session.WirePath;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final int FINE = 64;

    private final Map<String, Box> boxes = new HashMap<>();

    private static Box box(double x, double y) {
        return Box.at(new Position(x, y), BlockSize.USUAL);
    }

    private WirePath route(Box out, Box in) {
        Obstacles obstacles = new Obstacles();
        obstacles.replace(boxes);
        return Router.course(Link.of("a", "output", "b", "input"), output(out), input(in), out, in, obstacles::near);
    }

    private static Position output(Box box) {
        return new Position(box.right(), box.middle().y());
    }

    private static Position input(Box box) {
        return new Position(box.left(), box.middle().y());
    }

    private static boolean runsThrough(WirePath course, Box box) {
        List<Position> points = course.points(FINE);
        for (int i = 1; i < points.size(); i++) {
            if (box.isCrossed(points.get(i - 1), points.get(i))) {
                return true;
            }
        }
        return false;
    }

    private void assertClear(WirePath course, Box out, Box in) {
        boxes.values().forEach(box -> assertFalse(runsThrough(course, box), () -> course + " through " + box));
        assertFalse(runsThrough(course, out.grown(-1)));
        assertFalse(runsThrough(course, in.grown(-1)));
        assertEquals(output(out), course.start());
        assertEquals(input(in), course.end());
    }

    @Test
    void aFreeWireIsTheUsualCurve() {
        boxes.put("above", box(200, -200));
        assertEquals(WirePath.between(output(box(0, 0)), input(box(600, 100))), route(box(0, 0), box(600, 100)));
    }

    @Test
    void aWireGoesAroundABlockBetweenItsEnds() {
        boxes.put("between", box(300, 0));
        assertClear(route(box(0, 0), box(600, 0)), box(0, 0), box(600, 0));
    }

    @Test
    void ofTwoWaysRoundTheShorterIsTaken() {
        boxes.put("between", box(300, -30));
        WirePath course = route(box(0, 0), box(600, 0));
        assertTrue(course.points(1).stream().allMatch(place -> place.y() >= 40));
    }

    @Test
    void aWireRunsAboveAWholeRow() {
        for (int i = 1; i <= 6; i++) {
            boxes.put("b" + i, box(200 * i, 0));
        }
        assertClear(route(box(0, 0), box(1400, 0)), box(0, 0), box(1400, 0));
    }

    @Test
    void aWireBackRunsBetweenRows() {
        for (int i = 1; i <= 4; i++) {
            boxes.put("upper" + i, box(200 * i, 0));
            boxes.put("lower" + i, box(200 * i, 96));
        }
        assertClear(route(box(1000, 0), box(0, 96)), box(1000, 0), box(0, 96));
    }

    @Test
    void aDetourHasRightAnglesOnly() {
        boxes.put("between", box(300, 0));
        boxes.put("next", box(470, 90));
        WirePath course = route(box(0, 0), box(640, 20));
        List<Position> points = course.points(1);
        for (int i = 0; i < points.size() - 1; i += 2) {
            Position from = points.get(i);
            Position to = points.get(i + 1);
            assertTrue(from.x() == to.x() || from.y() == to.y(), from + " to " + to);
        }
        assertTrue(points.size() > 2);
    }

    @Test
    void aWireIntoTheBlockRightBelowRunsThroughNeither() {
        assertClear(route(box(0, 0), box(0, 100)), box(0, 0), box(0, 100));
        assertClear(route(box(0, 0), box(40, 100)), box(0, 0), box(40, 100));
    }

    @Test
    void aWireLeavesThroughANarrowGap() {
        boxes.put("close", box(168, 0));
        boxes.put("near", box(168 * 2, 0));
        assertClear(route(box(0, 0), box(168 * 3, 0)), box(0, 0), box(168 * 3, 0));
    }

    @Test
    void whereNoWayIsLeftItIsTheUsualCurve() {
        Box walled = box(600, 0);
        boxes.put("left", new Box(500, -100, 595, 200));
        boxes.put("around", new Box(500, -100, 595, 200));
        assertEquals(WirePath.between(output(box(0, 0)), input(walled)), route(box(0, 0), walled));
    }

    @RepeatedTest(40)
    void inACrowdNoWireRunsThroughABlock(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 30; i++) {
            boxes.put("b" + i, box(184 * random.nextInt(8), 112 * random.nextInt(8)));
        }
        Box out = box(184 * random.nextInt(8), -112);
        Box in = box(184 * random.nextInt(8), 112 * 8);
        assertClear(route(out, in), out, in);
        assertClear(route(in, out), in, out);
    }
}
