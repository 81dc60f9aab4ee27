package jimu.engine.layer.activation;

import static jimu.engine.layer.activation.Curve.assertValues;
import static jimu.engine.layer.activation.Curve.at;

import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class SoftsignTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(LayerExample.of(new Softsign(), 3, Net.input(4, 5)));
    }

    @Test
    void largeNumbersApproachOne() {
        assertValues(new Softsign(), at(-3, 0, 1, 1e4), -0.75, 0, 0.5, 0.99990001);
    }
}
