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

class LogSoftmaxTest implements LayerExamples {
    private static final LayerExample PICTURES = LayerExample.of(new LogSoftmax(1), 2, Net.input(3, 2, 2));

    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new LogSoftmax(), 3, Net.input(4)),
                PICTURES,
                LayerExample.of(new LogSoftmax(0), 3, Net.input(2, 2)));
    }

    @Test
    void itIsTheLogarithmOfTheSoftmax() {
        try (LayerTrial logarithms = trial(PICTURES);
                LayerTrial probabilities = trial(PICTURES.with(new Softmax(1)))) {
            assertArrayEquals(
                    Arrays.stream(probabilities.forward().get(0)).map(Math::log).toArray(),
                    logarithms.forward().get(0),
                    1e-12);
        }
    }

    @Test
    void anAxisThatTheInputLacksIsAProblem() {
        assertEquals(
                List.of("LogSoftmax \"softmax\": dim must be an axis of its input N × 4 (-2 to 1), but is -3."
                        + " It comes from Input \"x\" (field x, shape [4]): N × 4."
                        + " Set dim to an axis of the input; -1 is the last one."),
                new Net()
                        .add("x", Net.input(4))
                        .add("softmax", new LogSoftmax(-3), "x")
                        .problems());
    }

    private static LayerTrial trial(LayerExample example) {
        return new LayerTrial(example, Mode.EVAL, DType.FLOAT64, Backends.all());
    }
}
