package jimu.engine.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jimu.engine.layer.NumberPair;
import org.junit.jupiter.api.Test;

/** Worked by hand; ten steps against PyTorch's stand in the reference cases. */
class RAdamTest {
    private static final NumberPair BETAS = new NumberPair(0.9, 0.999);

    @Test
    void defaultsArePyTorchs() {
        assertEquals(new RAdam(0.001, BETAS, 1e-8, 0), new RAdam());
    }

    @Test
    void theFirstFiveStepsFollowTheMeanAlone() {
        assertArrayEquals(new float[] {0.5f, 3, 5}, steps(new RAdam(0.1, BETAS, 1e-8, 0), 5), 1e-6f);
    }

    @Test
    void theSixthStepIsRectified() {
        double kept = Math.pow(0.999, 6);
        double length = 1999 - 12 * kept / (1 - kept);
        double rectified = Math.sqrt((length - 4) * (length - 2) * 1999 / (1995 * 1997 * length));
        float moved = (float) (0.5 + 0.1 * rectified);
        assertArrayEquals(
                new float[] {1 - moved, (float) (3 + 0.1 * rectified), 5},
                steps(new RAdam(0.1, BETAS, 1e-8, 0), 6),
                1e-5f);
    }

    @Test
    void weightDecayEntersTheGradient() {
        assertArrayEquals(
                new float[] {1 - 0.15f, 2 + 0.1f, 5 - 0.25f}, steps(new RAdam(0.1, BETAS, 1e-8, 0.5), 1), 1e-6f);
    }

    @Test
    void itRemembersTwoMeans() {
        assertEquals(2, new RAdam().states());
        assertEquals(new RAdam(0.5, BETAS, 1e-8, 0), new RAdam().withLr(0.5));
    }

    @Test
    void parametersOutOfRangeAreProblems() {
        assertEquals(
                List.of("lr -1.0", "betas [0.9, 1.0]", "eps -2.0", "weight_decay -3.0"),
                OptimizerCatalog.find("RAdam")
                        .orElseThrow()
                        .outOfRange(new RAdam(-1, new NumberPair(0.9, 1), -2, -3))
                        .stream()
                        .map(problem -> problem.arguments().get(0) + " " + problem.found())
                        .toList());
    }

    /** The parameters 1, 2 and 5 after steps along the gradients 1, −2 and 0. */
    private static float[] steps(RAdam optimizer, int count) {
        float[] parameters = {1, 2, 5};
        float[][] states = new float[optimizer.states()][3];
        for (int step = 1; step <= count; step++) {
            optimizer.update(parameters, new float[] {1, -2, 0}, states, 3, step);
        }
        return parameters;
    }
}
