package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ThinningTest {
    private static final int LOSS = Quantity.LOSS.channel();

    @Test
    void aSpikeAmongAMillionIsSeenHoweverFewPointsThereAre() {
        RunCurves run = Told.run("a", 1_000_000, step -> step == 777_777 ? 50 : step == 333_333 ? -50 : 1);
        Line line = thinning(run, Scale.LINEAR, 0, 1e6, Scale.LINEAR).readings(LOSS, 400, lost(0, 1e6));
        assertTrue(line.size() <= 400, "points: " + line.size());
        assertEquals(50, highest(line));
        assertEquals(-50, -highest(line, -1));
    }

    @Test
    void theExtremesOfAnyStretchAreThoseOfItsReadings() {
        Random random = new Random(3);
        double[] values = random.doubles(30_000, 0.1, 9).toArray();
        RunCurves run = Told.run("a", values.length, step -> values[step - 1]);
        for (int trial = 0; trial < 300; trial++) {
            Scale scale = trial % 2 == 0 ? Scale.LINEAR : Scale.LOG;
            int from = 1 + random.nextInt(values.length - 100);
            int to = from + 50 + random.nextInt(values.length - from - 50);
            double low = scale.forward(from);
            double high = scale.forward(to);
            Thinning thinning = thinning(run, scale, low, high, Scale.LINEAR);
            Line line = trial % 4 < 2
                    ? thinning.readings(LOSS, 200, lost(low, high))
                    : thinning.band(LOSS, 200, lost(low, high));
            double expected = 0;
            for (int step = from; step <= to; step++) {
                expected = Math.max(expected, (float) values[step - 1]);
            }
            assertTrue(line.size() <= 200, "points: " + line.size());
            assertTrue(highest(line) >= expected, "lost " + expected + ", drawn " + highest(line));
            assertTrue(ascending(line));
        }
    }

    @Test
    void aGapBreaksTheLineAndIsNoted() {
        RunCurves run = Told.run("a", 10_000, step -> step == 5_000 ? Double.NaN : 1);
        Lost lost = lost(0, 1e4);
        Line line = thinning(run, Scale.LINEAR, 0, 1e4, Scale.LINEAR).readings(LOSS, 300, lost);
        assertEquals(1, gaps(line));
        assertEquals(1, lost.noNumber().size());
        assertEquals(5000, lost.noNumber().x(0), 70);
    }

    @Test
    void whatIsNotPositiveHasNoPlaceOnALogarithmicAxisAndIsNoted() {
        RunCurves run = Told.run("a", 10, step -> step == 4 ? 0 : step == 7 ? -1 : step);
        Lost lost = lost(0, 10);
        Line line = thinning(run, Scale.LINEAR, 0, 10, Scale.LOG).readings(LOSS, 300, lost);
        assertEquals(2, gaps(line));
        assertEquals(2, lost.notPositive().size());
        assertEquals(4, lost.notPositive().x(0));
        assertEquals(0, lost.noNumber().size());
    }

    @Test
    void aReadingBetweenTwoGapsIsADot() {
        RunCurves run = Told.run("a", 5, step -> step == 3 ? 7 : Double.NaN);
        Line line = thinning(run, Scale.LINEAR, 0, 5, Scale.LINEAR).readings(LOSS, 300, lost(0, 5));
        assertEquals(7, line.y(0));
        assertEquals(7, line.y(1));
        assertEquals(line.x(0), line.x(1));
    }

    @Test
    void manyGapsStillKeepToTheNumberOfPoints() {
        RunCurves run = Told.run("a", 10_000, step -> step % 3 == 0 ? Double.NaN : step % 7);
        Line line = thinning(run, Scale.LINEAR, 0, 1e4, Scale.LINEAR).readings(LOSS, 300, lost(0, 1e4));
        assertTrue(line.size() <= 300, "points: " + line.size());
    }

    @Test
    void smoothingIsTensorBoardsMeanCorrectedForItsStart() {
        Random random = new Random(5);
        double[] values = random.doubles(400, 0, 1).toArray();
        RunCurves run = Told.run("a", values.length, step -> values[step - 1]);
        Line line = thinning(run, Scale.LINEAR, 0, 400, Scale.LINEAR).smooth(LOSS, 2000, 0.9);
        assertEquals(values.length, line.size());
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean = 0.9 * mean + 0.1 * (float) values[i];
            assertEquals(mean / (1 - Math.pow(0.9, i + 1)), line.y(i), 1e-6);
        }
    }

    @Test
    void theSmoothedCurveIsTheSameWhenItIsLookedAtClosely() {
        Random random = new Random(6);
        double[] values = random.doubles(50_000, 0, 1).toArray();
        RunCurves run = Told.run("a", values.length, step -> values[step - 1]);
        Line whole = thinning(run, Scale.LINEAR, 0, 5e4, Scale.LINEAR).smooth(LOSS, 500, 0.9995);
        Line part = thinning(run, Scale.LINEAR, 30_000, 31_000, Scale.LINEAR).smooth(LOSS, 1200, 0.9995);
        int middle = 0;
        while (whole.x(middle) < 30_500) {
            middle++;
        }
        int same = 0;
        while (part.x(same) < whole.x(middle)) {
            same++;
        }
        assertEquals(part.y(same), whole.y(middle), 0.005);
    }

    private static Thinning thinning(RunCurves run, Scale x, double from, double to, Scale y) {
        Axis axis = new Axis(new Span(from, to), x, Axis.Form.COUNT);
        return new Thinning(run, run.training(), XAxis.STEPS, axis, y);
    }

    private static Lost lost(double from, double to) {
        return new Lost(new Axis(new Span(from, to), Scale.LINEAR, Axis.Form.COUNT));
    }

    private static double highest(Line line) {
        return highest(line, 1);
    }

    private static double highest(Line line, int sign) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < line.size(); i++) {
            highest = Double.isNaN(line.y(i)) ? highest : Math.max(highest, sign * line.y(i));
        }
        return highest;
    }

    private static int gaps(Line line) {
        int gaps = 0;
        for (int i = 0; i < line.size(); i++) {
            gaps += Double.isNaN(line.y(i)) ? 1 : 0;
        }
        return gaps;
    }

    private static boolean ascending(Line line) {
        for (int i = 1; i < line.size(); i++) {
            if (line.x(i) < line.x(i - 1)) {
                return false;
            }
        }
        return true;
    }
}
