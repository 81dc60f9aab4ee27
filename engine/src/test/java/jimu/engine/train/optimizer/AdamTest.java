package jimu.engine.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jimu.engine.layer.NumberPair;
import org.junit.jupiter.api.Test;

/** Worked by hand; ten steps against PyTorch's stand in the reference cases. */
class AdamTest {
    private static final NumberPair BETAS = new NumberPair(0.9, 0.999);

    @Test
    void defaultsArePyTorchs() {
        assertEquals(new Adam(0.001, BETAS, 1e-8, 0, false), new Adam());
    }

    @Test
    void theFirstStepsHaveTheLengthOfTheRateWhateverTheGradient() {
        assertArrayEquals(new float[] {0.9f, 2.1f, 5}, steps(new Adam(0.1, BETAS, 1e-8, 0, false), 1), 1e-6f);
        assertArrayEquals(new float[] {0.8f, 2.2f, 5}, steps(new Adam(0.1, BETAS, 1e-8, 0, false), 2), 1e-6f);
    }

    @Test
    void epsKeepsSmallGradientsFromLongSteps() {
        assertArrayEquals(
                new float[] {1 - 0.1f / 2, 2 + 0.2f / 3, 5}, steps(new Adam(0.1, BETAS, 1, 0, false), 1), 1e-6f);
    }

    @Test
    void weightDecayEntersTheGradient() {
        float[] parameters = {4};
        new Adam(0.1, BETAS, 1, 0.5, false).update(parameters, new float[] {1}, new float[2][1], 1, 1);
        assertArrayEquals(new float[] {4 - 0.1f * 3 / 4}, parameters, 1e-6f);
    }

    @Test
    void withAmsgradStepsDoNotGrowAgain() {
        NumberPair forgetful = new NumberPair(0, 0.5);
        Adam adam = new Adam(1, forgetful, 0, 0, true);
        float[] parameters = {0};
        float[][] states = new float[adam.states()][1];
        adam.update(parameters, new float[] {4}, states, 1, 1);
        assertArrayEquals(new float[] {-1}, parameters, 1e-6f);
        adam.update(parameters, new float[] {1}, states, 1, 2);
        double secondRoot = Math.sqrt(8 / 0.75);
        assertArrayEquals(new float[] {(float) (-1 - 1 / secondRoot)}, parameters, 1e-6f);
        assertArrayEquals(new float[][] {{1}, {4.5f}, {8}}, states);
    }

    @Test
    void itRemembersTwoMeansAndWithAmsgradTheLargest() {
        assertEquals(2, new Adam().states());
        assertEquals(3, new Adam(0.1, BETAS, 1e-8, 0, true).states());
        assertEquals(new Adam(0.5, BETAS, 1e-8, 0, false), new Adam().withLr(0.5));
    }

    @Test
    void parametersOutOfRangeAreProblems() {
        Adam wrong = new Adam(-1, new NumberPair(0.9, 1), -2, -3, false);
        assertEquals(
                List.of("lr -1.0", "betas [0.9, 1.0]", "eps -2.0", "weight_decay -3.0"),
                OptimizerCatalog.find("Adam").orElseThrow().outOfRange(wrong).stream()
                        .map(problem -> problem.arguments().get(0) + " " + problem.found())
                        .toList());
    }

    /** The parameters 1, 2 and 5 after steps along the gradients 1, −2 and 0. */
    private static float[] steps(Adam optimizer, int count) {
        float[] parameters = {1, 2, 5};
        float[][] states = new float[optimizer.states()][3];
        for (int step = 1; step <= count; step++) {
            optimizer.update(parameters, new float[] {1, -2, 0}, states, 3, step);
        }
        return parameters;
    }
}
