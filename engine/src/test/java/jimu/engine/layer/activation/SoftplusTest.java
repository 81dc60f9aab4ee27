package jimu.engine.layer.activation;

import static jimu.engine.layer.activation.Curve.assertValues;
import static jimu.engine.layer.activation.Curve.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class SoftplusTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Softplus(), 3, Net.input(4, 5)),
                LayerExample.of(new Softplus(3, 2), 3, Net.input(5)));
    }

    @Test
    void theBendAtZeroIsSmooth() {
        assertValues(new Softplus(), at(-1e4, 0, 1, 1e4), 0, 0.69314718, 1.31326169, 1e4);
    }

    @Test
    void aBendOfNoSharpnessIsRefused() {
        assertEquals(
                List.of("Softplus \"softplus\": beta must be above 0, but is 0.0. Give beta a value that is above 0."),
                new Net()
                        .add("x", Net.input(4))
                        .add("softplus", new Softplus(0, 20), "x")
                        .problems());
    }

    @Test
    void aboveTheThresholdItIsTheInput() {
        assertValues(new Softplus(2, 1), at(0, 0.4, 0.6), 0.34657359, 0.58555033, 0.6);
    }
}
