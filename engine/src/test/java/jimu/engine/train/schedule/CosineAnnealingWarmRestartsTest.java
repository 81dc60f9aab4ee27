package jimu.engine.train.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CosineAnnealingWarmRestartsTest {
    @Test
    void eachFallIsLongerThanTheOneBefore() {
        assertArrayEquals(
                new double[] {1, 1, 0.5, 1, 0.5 + Math.sqrt(0.125), 0.5, 0.5 - Math.sqrt(0.125), 1},
                Rates.of(new CosineAnnealingWarmRestarts(1, 2, 0), 8),
                1e-12);
    }

    @Test
    void withAFactorOfOneAllFallsAreAlike() {
        CosineAnnealingWarmRestarts schedule = new CosineAnnealingWarmRestarts(2, 1, 0.2);
        assertArrayEquals(new double[] {1, 0.6, 1, 0.6, 1}, Rates.of(schedule, 5), 1e-12);
    }

    @Test
    void parametersHavePyTorchsCapitalLetters() {
        assertEquals(
                Map.of("T_0", 10L, "T_mult", 1L, "eta_min", 0.0),
                ScheduleCatalog.find("CosineAnnealingWarmRestarts")
                        .orElseThrow()
                        .values(new CosineAnnealingWarmRestarts()));
    }
}
