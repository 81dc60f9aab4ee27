package jimu.engine.layer.activation;

import static jimu.engine.layer.activation.Curve.assertValues;
import static jimu.engine.layer.activation.Curve.at;

import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class SinTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(LayerExample.of(new Sin(), 3, Net.input(4, 5)));
    }

    @Test
    void repeatsItselfAndIsOdd() {
        assertValues(new Sin(), at(-Math.PI / 2, 0, Math.PI / 6, 2 * Math.PI + Math.PI / 6), -1, 0, 0.5, 0.5);
    }
}
