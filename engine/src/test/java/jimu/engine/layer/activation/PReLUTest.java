package jimu.engine.layer.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.layer.Initializer;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.shape.TensorShape;
import org.junit.jupiter.api.Test;

class PReLUTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new PReLU(), 3, Net.input(4, 5)),
                LayerExample.of(new PReLU(), 4, Net.input()),
                LayerExample.of(new PReLU(3, -0.5), 2, Net.input(3, 2, 2)),
                LayerExample.of(new PReLU(4, 0), 3, Net.input(4)));
    }

    @Test
    void theSlopesAreParametersThatBeginWithInit() {
        ParameterSpec weight = net(new PReLU(4, 0.1))
                .infer()
                .known("prelu")
                .orElseThrow()
                .parameters()
                .get(0);
        assertEquals("weight", weight.name());
        assertEquals(TensorShape.of(4), weight.shape());
        assertEquals(new Initializer.Constant(0.1), weight.initializer());
    }

    @Test
    void asManySlopesAsChannelsOrOneAreAllowed() {
        assertEquals(
                List.of("PReLU \"prelu\": num_parameters must be 1 or 4 for its input N × 4 × 5, but is 5."
                        + " 4 = size of the field \"x\", from Input \"x\"."
                        + " Set num_parameters to 1, or to the number of channels that arrive."),
                net(new PReLU(5, 0.1)).problems());
    }

    @Test
    void numbersWithoutChannelsShareOneSlope() {
        assertEquals(
                List.of("PReLU \"prelu\": num_parameters must be 1 for its input N, but is 2."
                        + " It comes from Input \"x\" (field x, shape []): N."
                        + " Set num_parameters to 1, or to the number of channels that arrive."),
                new Net()
                        .add("x", Net.input())
                        .add("prelu", new PReLU(2, 0.1), "x")
                        .problems());
    }

    private static Net net(PReLU prelu) {
        return new Net().add("x", Net.input(4, 5)).add("prelu", prelu, "x");
    }
}
