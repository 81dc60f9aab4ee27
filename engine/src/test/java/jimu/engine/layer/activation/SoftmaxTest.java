package jimu.engine.layer.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.LayerTrial;
import jimu.engine.Net;
import jimu.engine.layer.Mode;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class SoftmaxTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Softmax(), 3, Net.input(4)),
                LayerExample.of(new Softmax(1), 2, Net.input(3, 2, 2)),
                LayerExample.of(new Softmax(0), 3, Net.input(2, 2)),
                LayerExample.of(new Softmax(-2), 2, Net.input(3, 5)));
    }

    @Test
    void theShapeStays() {
        assertEquals("N × 4 × 5", net(new Softmax(1)).type("softmax"));
    }

    @Test
    void theNumbersAlongTheAxisAddUpToOne() {
        LayerExample example = LayerExample.of(new Softmax(1), 2, Net.input(3, 4));
        try (LayerTrial trial = new LayerTrial(example, Mode.EVAL, DType.FLOAT64, Backends.all())) {
            double[] y = trial.forward().get(0);
            double[] sums = new double[8];
            for (int i = 0; i < y.length; i++) {
                sums[i / 12 * 4 + i % 4] += y[i];
            }
            assertArrayEquals(Arrays.stream(sums).map(sum -> 1).toArray(), sums, 1e-12);
        }
    }

    @Test
    void anAxisThatTheInputLacksIsAProblem() {
        assertEquals(
                List.of("Softmax \"softmax\": dim must be an axis of its input N × 4 × 5 (-3 to 2), but is 3."
                        + " It comes from Input \"x\" (field x, shape [4, 5]): N × 4 × 5."
                        + " Set dim to an axis of the input; -1 is the last one."),
                net(new Softmax(3)).problems());
    }

    private static Net net(Softmax softmax) {
        return new Net().add("x", Net.input(4, 5)).add("softmax", softmax, "x");
    }
}
