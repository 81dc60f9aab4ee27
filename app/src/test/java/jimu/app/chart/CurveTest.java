package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void fewReadingsStayAsTheyAre() {
        Curve curve = new Curve(8);
        curve.add(1, 10);
        curve.add(2, 20);
        assertEquals(2, curve.size());
        assertEquals(2, curve.x(1));
        assertEquals(20, curve.y(1));
    }

    @Test
    void aFullCurveMergesNeighbours() {
        Curve curve = new Curve(4);
        for (int x = 1; x <= 6; x++) {
            curve.add(x, 10 * x);
        }
        assertEquals(3, curve.size());
        assertEquals(1.5, curve.x(0));
        assertEquals(15, curve.y(0));
        assertEquals(5.5, curve.x(2));
        assertEquals(55, curve.y(2));
    }

    @Test
    void aMillionReadingsKeepTheBoundAndTheOrder() {
        Curve curve = new Curve(1000);
        for (int x = 0; x < 1_000_000; x++) {
            curve.add(x, x);
        }
        assertTrue(curve.size() <= 1000 && curve.size() >= 400, "points: " + curve.size());
        for (int i = 1; i < curve.size(); i++) {
            assertTrue(curve.x(i) > curve.x(i - 1));
            assertEquals(curve.x(i), curve.y(i));
        }
    }

    @Test
    void whatIsNotANumberIsLeftOut() {
        Curve curve = new Curve(4);
        curve.add(1, Double.NaN);
        curve.add(2, Double.POSITIVE_INFINITY);
        assertEquals(0, curve.size());
    }
}
