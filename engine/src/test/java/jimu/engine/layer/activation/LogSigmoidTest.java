package jimu.engine.layer.activation;

import static jimu.engine.layer.activation.Curve.assertValues;
import static jimu.engine.layer.activation.Curve.at;

import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class LogSigmoidTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(LayerExample.of(new LogSigmoid(), 3, Net.input(4, 5)));
    }

    @Test
    void largeNegativeNumbersStay() {
        assertValues(new LogSigmoid(), at(-1e4, 0, 1, 1e4), -1e4, -0.69314718, -0.31326169, 0);
    }
}
