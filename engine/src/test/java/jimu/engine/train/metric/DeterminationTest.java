package jimu.engine.train.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DeterminationTest {
    @Test
    void predictionsOfTheMeanExplainNothingAndPerfectOnesAll() {
        double[] wanted = {1, 2, 3, 6};
        assertEquals(0, r2(new double[] {3, 3, 3, 3}, wanted), 1e-12);
        assertEquals(1, r2(wanted, wanted), 1e-12);
        assertEquals(1 - 4 / 14.0, r2(new double[] {1, 2, 3, 4}, wanted), 1e-12);
    }

    @Test
    void eachNumberOfASampleHasAMeanOfItsOwn() {
        double[] wanted = {1, 100, 3, 200};
        double[] means = {2, 150, 2, 150};
        assertEquals(0, MetricTrial.measure(new Determination(), MetricTrial.alike(2, 2, 2), means, wanted), 1e-12);
    }

    @Test
    void targetsThatDoNotVaryCannotBeExplained() {
        assertEquals(Double.NaN, r2(new double[] {1, 1, 1, 1}, new double[] {2, 2, 2, 2}));
    }

    private static double r2(double[] predictions, double[] wanted) {
        return MetricTrial.measure(new Determination(), MetricTrial.alike(2, 4, 1), predictions, wanted);
    }
}
