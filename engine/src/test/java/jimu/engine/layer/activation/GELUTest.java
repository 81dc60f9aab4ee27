package jimu.engine.layer.activation;

import static jimu.engine.layer.activation.Curve.assertValues;
import static jimu.engine.layer.activation.Curve.at;

import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class GELUTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new GELU(), 3, Net.input(4, 5)),
                LayerExample.of(new GELU(GELU.Approximate.TANH), 2, Net.input(3)));
    }

    @Test
    void aNumberCountsByItsProbability() {
        assertValues(new GELU(), at(-1e4, -1, 0, 1, 1e4), 0, -0.15865525, 0, 0.84134475, 1e4);
    }

    @Test
    void theApproximationDiffersALittle() {
        assertValues(new GELU(GELU.Approximate.TANH), at(-1e4, -1, 0, 1, 1e4), 0, -0.15880801, 0, 0.84119199, 1e4);
    }
}
