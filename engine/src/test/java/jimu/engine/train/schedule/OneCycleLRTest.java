package jimu.engine.train.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.IntStream;
import jimu.engine.layer.Size;
import jimu.engine.train.optimizer.Adagrad;
import jimu.engine.train.optimizer.Adam;
import jimu.engine.train.schedule.OneCycleLR.Anneal;
import org.junit.jupiter.api.Test;

class OneCycleLRTest {
    private static final OneCycleLR LINEAR =
            new OneCycleLR(1, Size.of(10), 0.5, Anneal.LINEAR, true, 0.8, 0.9, 5, 2, false);

    @Test
    void defaultsArePyTorchs() {
        OneCycleLR made = new OneCycleLR();
        assertEquals(new OneCycleLR(made.maxLr(), Size.AUTO, 0.3, Anneal.COS, true, 0.85, 0.95, 25, 1e4, false), made);
    }

    @Test
    void theRateRisesToItsPeakAndFallsToTheEnd() {
        assertArrayEquals(
                new double[] {0.2, 0.4, 0.6, 0.8, 1, 0.82, 0.64, 0.46, 0.28, 0.1}, Rates.of(LINEAR, 10), 1e-12);
    }

    @Test
    void inThreePhasesItFallsAsItRoseFirst() {
        OneCycleLR three = new OneCycleLR(1, Size.of(8), 0.375, Anneal.LINEAR, true, 0.8, 0.9, 5, 2, true);
        assertArrayEquals(
                new double[] {0.2, 0.6, 1, 0.6, 0.2, 0.2 - 0.1 / 3, 0.2 - 0.2 / 3, 0.1}, Rates.of(three, 8), 1e-12);
    }

    @Test
    void theMomentumGoesTheOtherWay() {
        double[] momenta = IntStream.range(0, 10)
                .mapToDouble(step -> LINEAR.momentum(step, Course.of(10, 1)).orElseThrow())
                .toArray();
        assertArrayEquals(new double[] {0.9, 0.875, 0.85, 0.825, 0.8, 0.82, 0.84, 0.86, 0.88, 0.9}, momenta, 1e-12);
    }

    @Test
    void unlessPinnedTheCycleTakesTheWholeTraining() {
        assertEquals(0.01, new OneCycleLR().rate(7, 29, Course.of(10, 10)), 1e-12);
        assertEquals(4e-8, new OneCycleLR().rate(7, 99, Course.of(10, 10)), 1e-12);
    }

    @Test
    void whatDoesNotGoTogetherIsToldInASentence() {
        assertEquals(
                Optional.of("OneCycleLR cannot cycle the momentum of Adagrad, which has none;"
                        + " set cycle_momentum to false or choose another optimiser."),
                LINEAR.contradiction(new Adagrad(), Course.of(10, 1)));
        assertEquals(
                Optional.of("OneCycleLR: total_steps is pinned to 10, but the training has 20 steps;"
                        + " let total_steps follow the training, or train for fewer epochs."),
                LINEAR.contradiction(new Adam(), Course.of(10, 2)));
        assertEquals(Optional.empty(), LINEAR.contradiction(new Adam(), Course.of(10, 1)));
        assertEquals(
                Optional.of("OneCycleLR: base_momentum must be at most max_momentum, but is 0.9 against 0.8."),
                new OneCycleLR(1, Size.AUTO, 0.5, Anneal.COS, true, 0.9, 0.8, 5, 2, false).contradiction());
    }
}
