package jimu.engine.train.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import jimu.engine.layer.Size;
import org.junit.jupiter.api.Test;

class CosineAnnealingLRTest {
    @Test
    void halfwayTheRateIsInTheMiddle() {
        assertArrayEquals(
                new double[] {
                    1, 0.6 + 0.4 * Math.sqrt(0.5), 0.6, 0.6 - 0.4 * Math.sqrt(0.5), 0.2, 0.6 - 0.4 * Math.sqrt(0.5)
                },
                Rates.of(new CosineAnnealingLR(Size.of(4), 0.2), 6),
                1e-12);
    }

    @Test
    void unlessPinnedTheFallTakesTheWholeTraining() {
        assertEquals(0.5, new CosineAnnealingLR().rate(1, 6, Course.of(12, 1)), 1e-12);
    }

    @Test
    void parametersHavePyTorchsCapitalLetters() {
        assertEquals(
                Map.of("T_max", "auto", "eta_min", 0.0),
                ScheduleCatalog.find("CosineAnnealingLR").orElseThrow().values(new CosineAnnealingLR()));
    }
}
