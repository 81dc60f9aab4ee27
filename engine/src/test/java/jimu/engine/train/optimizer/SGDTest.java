package jimu.engine.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Worked by hand; ten steps against PyTorch's stand in the reference cases. */
class SGDTest {
    @Test
    void aStepGoesAgainstTheGradient() {
        assertEquals(new SGD(0.01, 0, 0, 0, false), new SGD());
        assertArrayEquals(new float[] {0.9f, 2.2f, 5}, steps(new SGD(0.1, 0, 0, 0, false), 1));
    }

    @Test
    void onlyTheFirstNumbersAreLookedAt() {
        float[] parameters = {1, 2};
        new SGD(1, 0, 0, 0, false).update(parameters, new float[] {1, 1}, new float[0][], 1, 1);
        assertArrayEquals(new float[] {0, 2}, parameters);
    }

    @Test
    void momentumAddsUpDirections() {
        assertArrayEquals(new float[] {1 - 0.1f - 0.19f, 2 + 0.2f + 0.38f, 5}, steps(momentum(0, false), 2), 1e-6f);
    }

    @Test
    void dampeningSparesTheFirstStep() {
        assertArrayEquals(new float[] {1 - 0.1f - 0.14f, 2 + 0.2f + 0.28f, 5}, steps(momentum(0.5, false), 2), 1e-6f);
    }

    @Test
    void nesterovLooksAhead() {
        assertArrayEquals(new float[] {1 - 0.19f, 2 + 0.38f, 5}, steps(momentum(0, true), 1), 1e-6f);
    }

    @Test
    void weightDecayPullsToZero() {
        assertArrayEquals(
                new float[] {1 - 0.15f, 2 + 0.1f, 5 - 0.25f}, steps(new SGD(0.1, 0, 0, 0.5, false), 1), 1e-6f);
    }

    @Test
    void itRemembersDirectionsOnlyWithMomentum() {
        assertEquals(0, new SGD().states());
        assertEquals(1, momentum(0, false).states());
        assertEquals(new SGD(0.5, 0.9, 0, 0, false), momentum(0, false).withLr(0.5));
    }

    @Test
    void parametersOutOfRangeAreProblems() {
        assertEquals(
                List.of("lr -1.0", "momentum -0.1", "weight_decay -2.0"),
                OptimizerCatalog.find("SGD").orElseThrow().outOfRange(new SGD(-1, -0.1, -3, -2, false)).stream()
                        .map(problem -> problem.arguments().get(0) + " " + problem.found())
                        .toList());
    }

    @Test
    void nesterovNeedsMomentumAndNoDampening() {
        assertEquals(Optional.empty(), momentum(0, true).contradiction());
        assertEquals(Optional.empty(), new SGD(0.1, 0, 0.5, 0, false).contradiction());
        assertEquals(
                "SGD: nesterov needs a momentum above 0 and a dampening of 0, but momentum is 0.0 and dampening is 0.0.",
                new SGD(0.1, 0, 0, 0, true).contradiction().orElseThrow());
        assertEquals(
                "SGD: nesterov needs a momentum above 0 and a dampening of 0, but momentum is 0.9 and dampening is 0.5.",
                momentum(0.5, true).contradiction().orElseThrow());
    }

    private static SGD momentum(double dampening, boolean nesterov) {
        return new SGD(0.1, 0.9, dampening, 0, nesterov);
    }

    /** The parameters 1, 2 and 5 after steps along the gradients 1, −2 and 0. */
    private static float[] steps(SGD optimizer, int count) {
        float[] parameters = {1, 2, 5};
        float[][] states = new float[optimizer.states()][3];
        for (int step = 1; step <= count; step++) {
            optimizer.update(parameters, new float[] {1, -2, 0}, states, 3, step);
        }
        return parameters;
    }
}
