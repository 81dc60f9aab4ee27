package jimu.engine.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jimu.engine.layer.NumberPair;
import org.junit.jupiter.api.Test;

/** Worked by hand; ten steps against PyTorch's stand in the reference cases. */
class AdamaxTest {
    private static final NumberPair BETAS = new NumberPair(0.9, 0.999);

    @Test
    void defaultsArePyTorchs() {
        assertEquals(new Adamax(0.002, BETAS, 1e-8, 0), new Adamax());
    }

    @Test
    void stepsOfAnEvenGradientHaveTheLengthOfTheRate() {
        assertArrayEquals(new float[] {0.8f, 2.2f, 5}, steps(new Adamax(0.1, BETAS, 1e-8, 0), 2), 1e-6f);
    }

    @Test
    void aLargeGradientIsForgottenSlowly() {
        float[] parameters = {0};
        float[][] states = new float[2][1];
        Adamax optimizer = new Adamax(1, new NumberPair(0, 0.5), 0, 0);
        optimizer.update(parameters, new float[] {4}, states, 1, 1);
        optimizer.update(parameters, new float[] {1}, states, 1, 2);
        assertArrayEquals(new float[] {-1.5f}, parameters, 1e-6f);
        assertArrayEquals(new float[][] {{1}, {2}}, states);
    }

    @Test
    void epsIsAddedToTheSizeOfTheGradient() {
        assertArrayEquals(new float[] {1 - 0.1f / 2, 2 + 0.2f / 3, 5}, steps(new Adamax(0.1, BETAS, 1, 0), 1), 1e-6f);
    }

    @Test
    void weightDecayEntersTheGradient() {
        assertArrayEquals(
                new float[] {1 - 0.15f / 2.5f, 2 + 0.1f / 2, 5 - 0.25f / 3.5f},
                steps(new Adamax(0.1, BETAS, 1, 0.5), 1),
                1e-6f);
    }

    @Test
    void itRemembersAMeanAndTheLargest() {
        assertEquals(2, new Adamax().states());
        assertEquals(new Adamax(0.5, BETAS, 1e-8, 0), new Adamax().withLr(0.5));
    }

    @Test
    void parametersOutOfRangeAreProblems() {
        assertEquals(
                List.of("lr -1.0", "betas [0.9, 1.0]", "eps -2.0", "weight_decay -3.0"),
                OptimizerCatalog.find("Adamax")
                        .orElseThrow()
                        .outOfRange(new Adamax(-1, new NumberPair(0.9, 1), -2, -3))
                        .stream()
                        .map(problem -> problem.arguments().get(0) + " " + problem.found())
                        .toList());
    }

    /** The parameters 1, 2 and 5 after steps along the gradients 1, −2 and 0. */
    private static float[] steps(Adamax optimizer, int count) {
        float[] parameters = {1, 2, 5};
        float[][] states = new float[optimizer.states()][3];
        for (int step = 1; step <= count; step++) {
            optimizer.update(parameters, new float[] {1, -2, 0}, states, 3, step);
        }
        return parameters;
    }
}
