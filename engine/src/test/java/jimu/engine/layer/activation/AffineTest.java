package jimu.engine.layer.activation;

import static jimu.engine.layer.activation.Curve.assertValues;
import static jimu.engine.layer.activation.Curve.at;

import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class AffineTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Affine(-0.5, 2), 3, Net.input(4, 5)),
                LayerExample.of(new Affine(3, 0), 3, Net.input(4)));
    }

    @Test
    void multipliesThenAdds() {
        assertValues(new Affine(2, -1), at(-3, 0, 0.5), -7, -1, 0);
    }
}
