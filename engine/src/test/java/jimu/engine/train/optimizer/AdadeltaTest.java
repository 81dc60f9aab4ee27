package jimu.engine.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by hand; ten steps against PyTorch's stand in the reference cases. */
class AdadeltaTest {
    @Test
    void defaultsArePyTorchs() {
        assertEquals(new Adadelta(1, 0.9, 1e-6, 0), new Adadelta());
    }

    @Test
    void stepsFollowTheLengthOfEarlierOnes() {
        double first = 1 / Math.sqrt(1.25);
        double second = Math.sqrt(0.25 * first * first + 1) / Math.sqrt(1.4375);
        float[] parameters = {1};
        float[][] states = new float[2][1];
        Adadelta optimizer = new Adadelta(0.5, 0.75, 1, 0);
        optimizer.update(parameters, new float[] {1}, states, 1, 1);
        assertArrayEquals(new float[] {(float) (1 - 0.5 * first)}, parameters, 1e-6f);
        optimizer.update(parameters, new float[] {1}, states, 1, 2);
        assertArrayEquals(new float[] {(float) (1 - 0.5 * first - 0.5 * second)}, parameters, 1e-6f);
    }

    @Test
    void whereThereIsNoGradientNothingMoves() {
        assertArrayEquals(
                new float[] {(float) (1 - 1 / Math.sqrt(2)), (float) (2 + 2 / Math.sqrt(5)), 5},
                steps(new Adadelta(1, 0, 1, 0), 1),
                1e-6f);
    }

    @Test
    void weightDecayEntersTheGradient() {
        assertArrayEquals(
                new float[] {
                    (float) (1 - 1.5 / Math.sqrt(3.25)),
                    (float) (2 + 1 / Math.sqrt(2)),
                    (float) (5 - 2.5 / Math.sqrt(7.25))
                },
                steps(new Adadelta(1, 0, 1, 0.5), 1),
                1e-6f);
    }

    @Test
    void itRemembersTwoMeans() {
        assertEquals(2, new Adadelta().states());
        assertEquals(new Adadelta(0.5, 0.9, 1e-6, 0), new Adadelta().withLr(0.5));
    }

    @Test
    void parametersOutOfRangeAreProblems() {
        assertEquals(
                List.of("lr -1.0", "rho 1.5", "eps -2.0", "weight_decay -3.0"),
                OptimizerCatalog.find("Adadelta").orElseThrow().outOfRange(new Adadelta(-1, 1.5, -2, -3)).stream()
                        .map(problem -> problem.arguments().get(0) + " " + problem.found())
                        .toList());
    }

    /** The parameters 1, 2 and 5 after steps along the gradients 1, −2 and 0. */
    private static float[] steps(Adadelta optimizer, int count) {
        float[] parameters = {1, 2, 5};
        float[][] states = new float[optimizer.states()][3];
        for (int step = 1; step <= count; step++) {
            optimizer.update(parameters, new float[] {1, -2, 0}, states, 3, step);
        }
        return parameters;
    }
}
