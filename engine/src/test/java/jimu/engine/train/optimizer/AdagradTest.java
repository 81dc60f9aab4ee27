package jimu.engine.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by hand; ten steps against PyTorch's stand in the reference cases. */
class AdagradTest {
    @Test
    void defaultsArePyTorchs() {
        assertEquals(new Adagrad(0.01, 0, 0, 0, 1e-10), new Adagrad());
    }

    @Test
    void stepsShrinkWithTheSumOfSquares() {
        assertArrayEquals(new float[] {0.9f, 2.1f, 5}, steps(new Adagrad(0.1, 0, 0, 0, 1e-10), 1), 1e-6f);
        assertArrayEquals(
                new float[] {(float) (0.9 - 0.1 / Math.sqrt(2)), (float) (2.1 + 0.1 / Math.sqrt(2)), 5},
                steps(new Adagrad(0.1, 0, 0, 0, 1e-10), 2),
                1e-6f);
    }

    @Test
    void theSumMayBeginAboveZero() {
        assertArrayEquals(
                new float[] {1 - 0.1f / 2, (float) (2 + 0.2 / Math.sqrt(7)), 5},
                steps(new Adagrad(0.1, 0, 0, 3, 0), 1),
                1e-6f);
        assertArrayEquals(
                new float[] {
                    (float) (0.95 - 0.1 / Math.sqrt(5)), (float) (2 + 0.2 / Math.sqrt(7) + 0.2 / Math.sqrt(11)), 5
                },
                steps(new Adagrad(0.1, 0, 0, 3, 1e-10), 2),
                1e-6f);
    }

    @Test
    void theRateDecaysFromTheSecondStepOn() {
        assertArrayEquals(
                new float[] {(float) (0.9 - 0.05 / Math.sqrt(2)), (float) (2.1 + 0.05 / Math.sqrt(2)), 5},
                steps(new Adagrad(0.1, 1, 0, 0, 1e-10), 2),
                1e-6f);
    }

    @Test
    void weightDecayEntersTheGradient() {
        assertArrayEquals(
                new float[] {1 - 0.1f * 1.5f / 2.5f, 2 + 0.1f * 1 / 2, 5 - 0.1f * 2.5f / 3.5f},
                steps(new Adagrad(0.1, 0, 0.5, 0, 1), 1),
                1e-6f);
    }

    @Test
    void itRemembersTheSum() {
        assertEquals(1, new Adagrad().states());
        assertEquals(new Adagrad(0.5, 0, 0, 0, 1e-10), new Adagrad().withLr(0.5));
    }

    @Test
    void parametersOutOfRangeAreProblems() {
        assertEquals(
                List.of("lr -1.0", "lr_decay -2.0", "weight_decay -3.0", "initial_accumulator_value -4.0", "eps -5.0"),
                OptimizerCatalog.find("Adagrad").orElseThrow().outOfRange(new Adagrad(-1, -2, -3, -4, -5)).stream()
                        .map(problem -> problem.arguments().get(0) + " " + problem.found())
                        .toList());
    }

    /** The parameters 1, 2 and 5 after steps along the gradients 1, −2 and 0. */
    private static float[] steps(Adagrad optimizer, int count) {
        float[] parameters = {1, 2, 5};
        float[][] states = new float[optimizer.states()][3];
        for (int step = 1; step <= count; step++) {
            optimizer.update(parameters, new float[] {1, -2, 0}, states, 3, step);
        }
        return parameters;
    }
}
