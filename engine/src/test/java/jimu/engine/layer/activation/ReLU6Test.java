package jimu.engine.layer.activation;

import static jimu.engine.layer.activation.Curve.assertValues;
import static jimu.engine.layer.activation.Curve.at;

import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class ReLU6Test implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(LayerExample.of(new ReLU6(), 3, Net.input(4, 5)));
    }

    @Test
    void nothingComesOutAboveSix() {
        assertValues(new ReLU6(), at(-1, 0, 2, 6, 7), 0, 0, 2, 6, 6);
    }
}
