package jimu.engine.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by hand; ten steps against PyTorch's stand in the reference cases. */
class RMSpropTest {
    @Test
    void defaultsArePyTorchs() {
        assertEquals(new RMSprop(0.01, 0.99, 1e-8, 0, 0, false), new RMSprop());
    }

    @Test
    void stepsAreScaledByTheMovingSizeOfTheGradient() {
        assertArrayEquals(
                new float[] {1 - 0.2f, 2 + 0.2f, 5}, steps(new RMSprop(0.1, 0.75, 1e-8, 0, 0, false), 1), 1e-6f);
        assertArrayEquals(
                new float[] {(float) (0.8 - 0.1 / Math.sqrt(0.4375)), (float) (2.2 + 0.1 / Math.sqrt(0.4375)), 5},
                steps(new RMSprop(0.1, 0.75, 1e-8, 0, 0, false), 2),
                1e-6f);
    }

    @Test
    void momentumAddsUpSteps() {
        assertArrayEquals(
                new float[] {
                    (float) (0.8 - 0.1 - 0.1 / Math.sqrt(0.4375)), (float) (2.2 + 0.1 + 0.1 / Math.sqrt(0.4375)), 5
                },
                steps(new RMSprop(0.1, 0.75, 1e-8, 0, 0.5, false), 2),
                1e-6f);
    }

    @Test
    void centredItTakesTheMeanOff() {
        assertArrayEquals(
                new float[] {(float) (1 - 0.1 / Math.sqrt(0.1875)), (float) (2 + 0.1 / Math.sqrt(0.1875)), 5},
                steps(new RMSprop(0.1, 0.75, 1e-8, 0, 0, true), 1),
                1e-6f);
    }

    @Test
    void aVarianceOfNothingStaysANumber() {
        assertArrayEquals(new float[] {0, 4, 5}, steps(new RMSprop(1, 0, 1, 0, 0, true), 1), 1e-6f);
    }

    @Test
    void weightDecayEntersTheGradient() {
        assertArrayEquals(
                new float[] {1 - 0.15f / 2.5f, 2 + 0.1f / 2, 5 - 0.25f / 3.5f},
                steps(new RMSprop(0.1, 0, 1, 0.5, 0, false), 1),
                1e-6f);
    }

    @Test
    void itRemembersWhatItsSettingsNeed() {
        assertEquals(1, new RMSprop().states());
        assertEquals(2, new RMSprop(0.1, 0.9, 1e-8, 0, 0.5, false).states());
        assertEquals(2, new RMSprop(0.1, 0.9, 1e-8, 0, 0, true).states());
        assertEquals(3, new RMSprop(0.1, 0.9, 1e-8, 0, 0.5, true).states());
        assertEquals(new RMSprop(0.5, 0.99, 1e-8, 0, 0, false), new RMSprop().withLr(0.5));
    }

    @Test
    void parametersOutOfRangeAreProblems() {
        assertEquals(
                List.of("lr -1.0", "alpha 1.5", "eps -2.0", "weight_decay -3.0", "momentum -4.0"),
                OptimizerCatalog.find("RMSprop")
                        .orElseThrow()
                        .outOfRange(new RMSprop(-1, 1.5, -2, -3, -4, false))
                        .stream()
                        .map(problem -> problem.arguments().get(0) + " " + problem.found())
                        .toList());
    }

    /** The parameters 1, 2 and 5 after steps along the gradients 1, −2 and 0. */
    private static float[] steps(RMSprop optimizer, int count) {
        float[] parameters = {1, 2, 5};
        float[][] states = new float[optimizer.states()][3];
        for (int step = 1; step <= count; step++) {
            optimizer.update(parameters, new float[] {1, -2, 0}, states, 3, step);
        }
        return parameters;
    }
}
