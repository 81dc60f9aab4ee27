package jimu.engine.layer.activation;

import static jimu.engine.layer.activation.Curve.assertValues;
import static jimu.engine.layer.activation.Curve.at;

import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class LeakyReLUTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new LeakyReLU(), 3, Net.input(4, 5)),
                LayerExample.of(new LeakyReLU(0.3), 2, Net.input()),
                LayerExample.of(new LeakyReLU(-0.5), 2, Net.input(3)));
    }

    @Test
    void negativeNumbersAreMadeSmall() {
        assertValues(new LeakyReLU(0.1), at(-2, 0, 3), -0.2, 0, 3);
    }
}
