package jimu.engine.layer.activation;

import static jimu.engine.layer.activation.Curve.assertValues;
import static jimu.engine.layer.activation.Curve.at;

import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class HardswishTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(LayerExample.of(new Hardswish(), 3, Net.input(4, 5)));
    }

    @Test
    void itIsStraightOutsideOfThree() {
        assertValues(new Hardswish(), at(-4, -3, -1.5, 0, 3, 4), 0, 0, -0.375, 0, 3, 4);
    }
}
