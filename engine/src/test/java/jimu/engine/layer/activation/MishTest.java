package jimu.engine.layer.activation;

import static jimu.engine.layer.activation.Curve.assertValues;
import static jimu.engine.layer.activation.Curve.at;

import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class MishTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(LayerExample.of(new Mish(), 3, Net.input(4, 5)));
    }

    @Test
    void itDipsBelowZeroAndThenFollowsTheInput() {
        assertValues(new Mish(), at(-1e4, -1, 0, 1, 1e4), 0, -0.30340146, 0, 0.86509839, 1e4);
    }
}
