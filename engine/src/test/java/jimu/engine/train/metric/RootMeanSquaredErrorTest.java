package jimu.engine.train.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RootMeanSquaredErrorTest {
    @Test
    void itIsTheRootOverAllBatchesAndNoMeanOfRoots() {
        Metric.Meter meter =
                new RootMeanSquaredError().meter(MetricTrial.alike(2, 1, 2)).orElseThrow();
        double[] sums = new double[meter.sums()];
        MetricTrial.add(meter, sums, MetricTrial.alike(2, 1, 2), new double[] {0, 0}, new double[] {0, 0});
        MetricTrial.add(meter, sums, MetricTrial.alike(2, 1, 2), new double[] {2, 4}, new double[] {0, 0});
        assertEquals(Math.sqrt(5), meter.value(sums), 1e-12);
    }
}
