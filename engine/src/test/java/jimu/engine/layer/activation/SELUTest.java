package jimu.engine.layer.activation;

import static jimu.engine.layer.activation.Curve.assertValues;
import static jimu.engine.layer.activation.Curve.at;

import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class SELUTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(LayerExample.of(new SELU(), 3, Net.input(4, 5)));
    }

    @Test
    void bothSidesAreScaled() {
        assertValues(new SELU(), at(-1e4, 0, 1), -1.7580993, 0, 1.0507010);
    }
}
