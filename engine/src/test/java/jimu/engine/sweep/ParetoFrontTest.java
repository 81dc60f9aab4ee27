package jimu.engine.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {
    @Test
    void onlyWhatNoOtherBeatsIsOnTheFrontFromTheCheapestUp() {
        double[] costs = {5, 1, 3, 3, 2};
        double[] losses = {0.1, 0.9, 0.5, 0.4, 0.95};
        assertEquals(List.of(1, 3, 0), ParetoFront.of(costs, losses));
    }

    @Test
    void equalPointsAllStayAndWhatIsNoNumberDoesNot() {
        double[] costs = {1, 1, Double.NaN, 2, 0};
        double[] losses = {0.5, 0.5, 0.1, 0.5, Double.POSITIVE_INFINITY};
        assertEquals(List.of(0, 1), ParetoFront.of(costs, losses));
    }

    @Test
    void ofNothingItIsEmpty() {
        assertEquals(List.of(), ParetoFront.of(new double[0], new double[0]));
    }
}
