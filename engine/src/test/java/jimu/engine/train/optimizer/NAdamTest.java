package jimu.engine.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jimu.engine.layer.NumberPair;
import org.junit.jupiter.api.Test;

/** Worked by hand; ten steps against PyTorch's stand in the reference cases. */
class NAdamTest {
    private static final NumberPair BETAS = new NumberPair(0.9, 0.999);

    @Test
    void defaultsArePyTorchs() {
        assertEquals(new NAdam(0.002, BETAS, 1e-8, 0, 0.004), new NAdam());
    }

    @Test
    void theFirstStepLooksAheadOfTheMean() {
        float length = (float) (0.1 * (1 + 0.45 * 0.1 / (1 - 0.45 * 0.45 * 0.45)));
        assertArrayEquals(new float[] {1 - length, 2 + length, 5}, steps(new NAdam(0.1, BETAS, 1e-8, 0, 0), 1), 1e-6f);
    }

    @Test
    void theMomentumGrowsWithMomentumDecay() {
        double now = 0.9 * (1 - 0.5 * 0.96);
        double next = 0.9 * (1 - 0.5 * 0.96 * 0.96);
        float length = (float) (0.1 * (1 + next * 0.1 / (1 - now * now * next)));
        assertArrayEquals(new float[] {1 - length, 2 + length, 5}, steps(new NAdam(0.1, BETAS, 1e-8, 0, 1), 1), 1e-6f);
    }

    @Test
    void weightDecayEntersTheGradient() {
        assertArrayEquals(
                new float[] {0.9f, 2.1f, 4.9f},
                steps(new NAdam(0.1, new NumberPair(0, 0.999), 1e-8, 0.5, 0), 1),
                1e-6f);
    }

    @Test
    void itRemembersTwoMeansAndTheProductOfTheMomenta() {
        NAdam optimizer = new NAdam(0.1, BETAS, 1e-8, 0, 0);
        float[][] states = new float[optimizer.states()][1];
        optimizer.update(new float[] {1}, new float[] {1}, states, 1, 1);
        optimizer.update(new float[] {1}, new float[] {1}, states, 1, 2);
        assertEquals(0.45f * 0.45f, states[2][0], 1e-7f);
        assertEquals(3, states.length);
        assertEquals(new NAdam(0.5, BETAS, 1e-8, 0, 0.004), new NAdam().withLr(0.5));
    }

    @Test
    void parametersOutOfRangeAreProblems() {
        assertEquals(
                List.of("lr -1.0", "betas [0.9, 1.0]", "eps -2.0", "weight_decay -3.0", "momentum_decay -4.0"),
                OptimizerCatalog.find("NAdam")
                        .orElseThrow()
                        .outOfRange(new NAdam(-1, new NumberPair(0.9, 1), -2, -3, -4))
                        .stream()
                        .map(problem -> problem.arguments().get(0) + " " + problem.found())
                        .toList());
    }

    /** The parameters 1, 2 and 5 after steps along the gradients 1, −2 and 0. */
    private static float[] steps(NAdam optimizer, int count) {
        float[] parameters = {1, 2, 5};
        float[][] states = new float[optimizer.states()][3];
        for (int step = 1; step <= count; step++) {
            optimizer.update(parameters, new float[] {1, -2, 0}, states, 3, step);
        }
        return parameters;
    }
}
