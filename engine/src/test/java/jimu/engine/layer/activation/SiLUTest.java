package jimu.engine.layer.activation;

import static jimu.engine.layer.activation.Curve.assertValues;
import static jimu.engine.layer.activation.Curve.at;

import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class SiLUTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(LayerExample.of(new SiLU(), 3, Net.input(4, 5)));
    }

    @Test
    void aNumberCountsByItsSigmoid() {
        assertValues(new SiLU(), at(-1e4, -1, 0, 1, 1e4), 0, -0.26894142, 0, 0.73105858, 1e4);
    }
}
