package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void everyDecadeOfALogarithmicAxisIsAsLong() {
        Axis axis = new Axis(new Span(-3, 1), Scale.LOG, Axis.Form.NUMBER);
        assertEquals(0, axis.share(0.001), 1e-12);
        assertEquals(0.25, axis.share(0.01), 1e-12);
        assertEquals(0.75, axis.share(1), 1e-12);
        assertEquals(0.1, axis.value(0.5), 1e-12);
    }

    @Test
    void thereAndBackIsTheSamePlace() {
        Random random = new Random(1);
        for (Scale scale : Scale.values()) {
            for (int i = 0; i < 1000; i++) {
                double from = random.nextDouble() * 4 - 2;
                Axis axis = new Axis(new Span(from, from + 0.1 + random.nextDouble()), scale, Axis.Form.NUMBER);
                double share = random.nextDouble();
                assertEquals(share, axis.share(axis.value(share)), 1e-9);
            }
        }
    }

    @Test
    void zeroLessAndNoNumberHaveNoPlaceOnALogarithmicAxis() {
        assertFalse(Scale.LOG.holds(0));
        assertFalse(Scale.LOG.holds(-1));
        assertFalse(Scale.LOG.holds(Double.NaN));
        assertTrue(Scale.LOG.holds(1e-30));
        assertTrue(Scale.LINEAR.holds(-1));
        assertFalse(Scale.LINEAR.holds(Double.POSITIVE_INFINITY));
    }
}
