package jimu.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RunClockTest {
    private static final double FRAME = 0.2;

    private double now;
    private final RunClock clock = new RunClock(() -> Math.round(now * 1e9));

    @Test
    void pausesAreLeftOut() {
        clock.start();
        now = 2;
        clock.pause();
        now = 10;
        clock.resume();
        now = 11;
        assertEquals(3, clock.seconds(), 1e-9);
    }

    @Test
    void atASteadyPaceTheRestIsKnownAndFallsWithTheTime() {
        clock.start();
        double before = Double.NaN;
        for (int step = 0; step <= 1000; step += 2) {
            clock.speed(step);
            double left = clock.left(1000 - step);
            if (now > 2) {
                assertEquals(100 - now, left, 1);
                assertTrue(Double.isNaN(before) || left <= before, before + " → " + left);
                before = left;
            }
            now += FRAME;
        }
    }

    @Test
    void whatIsLeftDoesNotJumpWhenStepsComeInBursts() {
        clock.start();
        double before = Double.NaN;
        int step = 0;
        for (int frame = 0; frame < 1000; frame++) {
            step += frame % 25 < 5 ? 20 : 0;
            clock.speed(step);
            double left = clock.left(10_000 - step);
            if (now > 20) {
                double change = Double.isNaN(before) ? 0 : Math.abs(left - before);
                assertTrue(change < 0.1 * left + 1, before + " → " + left);
                before = left;
            }
            now += FRAME;
        }
    }

    @Test
    void beforeTheFirstHalfSecondNothingIsSaid() {
        clock.start();
        now = 0.3;
        assertEquals(0, clock.speed(5));
        assertTrue(Double.isNaN(clock.left(100)));
    }
}
