package jimu.engine.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jimu.engine.layer.NumberPair;
import org.junit.jupiter.api.Test;

/** Worked by hand; ten steps against PyTorch's stand in the reference cases. */
class AdamWTest {
    private static final NumberPair BETAS = new NumberPair(0.9, 0.999);

    @Test
    void defaultsArePyTorchs() {
        assertEquals(new AdamW(0.001, BETAS, 1e-8, 0.01, false), new AdamW());
    }

    @Test
    void withoutDecayItIsAdam() {
        assertArrayEquals(new float[] {0.8f, 2.2f, 5}, steps(new AdamW(0.1, BETAS, 1e-8, 0, false), 2), 1e-6f);
    }

    @Test
    void weightDecayShrinksParametersPastTheGradient() {
        assertArrayEquals(
                new float[] {0.95f - 0.1f, 1.9f + 0.1f, 4.75f},
                steps(new AdamW(0.1, BETAS, 1e-8, 0.5, false), 1),
                1e-6f);
    }

    @Test
    void itRemembersTwoMeansAndWithAmsgradTheLargest() {
        assertEquals(2, new AdamW().states());
        assertEquals(3, new AdamW(0.1, BETAS, 1e-8, 0, true).states());
        assertEquals(new AdamW(0.5, BETAS, 1e-8, 0.01, false), new AdamW().withLr(0.5));
    }

    @Test
    void parametersOutOfRangeAreProblems() {
        assertEquals(
                List.of("lr -1.0", "betas [0.9, 1.0]", "eps -2.0", "weight_decay -3.0"),
                OptimizerCatalog.find("AdamW")
                        .orElseThrow()
                        .outOfRange(new AdamW(-1, new NumberPair(0.9, 1), -2, -3, false))
                        .stream()
                        .map(problem -> problem.arguments().get(0) + " " + problem.found())
                        .toList());
    }

    /** The parameters 1, 2 and 5 after steps along the gradients 1, −2 and 0. */
    private static float[] steps(AdamW optimizer, int count) {
        float[] parameters = {1, 2, 5};
        float[][] states = new float[optimizer.states()][3];
        for (int step = 1; step <= count; step++) {
            optimizer.update(parameters, new float[] {1, -2, 0}, states, 3, step);
        }
        return parameters;
    }
}
