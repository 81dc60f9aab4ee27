package jimu.engine.layer.activation;

import static jimu.engine.layer.activation.Curve.assertValues;
import static jimu.engine.layer.activation.Curve.at;

import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class TanhTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(LayerExample.of(new Tanh(), 3, Net.input(4, 5)));
    }

    @Test
    void largeNumbersBecomeOne() {
        assertValues(new Tanh(), at(-1e4, 0, 0.5, 1e4), -1, 0, 0.46211716, 1);
    }
}
