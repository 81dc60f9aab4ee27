package jimu.engine.layer.activation;

import static jimu.engine.layer.activation.Curve.assertValues;
import static jimu.engine.layer.activation.Curve.at;

import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class ELUTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new ELU(), 3, Net.input(4, 5)), LayerExample.of(new ELU(0.5), 2, Net.input(3)));
    }

    @Test
    void largeNegativeNumbersApproachAlpha() {
        assertValues(new ELU(0.5), at(-100, -1, 0, 2), -0.5, -0.31606028, 0, 2);
    }
}
