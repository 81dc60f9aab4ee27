package jimu.engine.layer.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Input;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import org.junit.jupiter.api.Test;

class PositionalEncodingTest implements LayerExamples {
    private static final Weight NOTHING = new Weight(TensorShape.of(0), new float[0], ParameterSpec.Kind.PARAMETER);

    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new PositionalEncoding(Size.AUTO, 0.25, 9, false), 2, SECOND),
                LayerExample.of(new PositionalEncoding(Size.AUTO, 0, 3, true), 2, Net.input(3, 5)));
    }

    private static final Input SECOND = new Input("x", List.of(3, 4), 1, DType.FLOAT32);

    @Test
    void theTableIsABufferOfSinesAndCosines() {
        Net net = new Net().add("x", Net.input(2, 5)).then("pos", new PositionalEncoding(Size.AUTO, 0, 2, true));
        Known known = net.infer().known("pos").orElseThrow();
        assertEquals("N × 2 × 5", known.output().toString());
        assertEquals(0, known.trainable());
        double rate = Math.pow(10_000, -0.4);
        assertArrayEquals(
                new float[] {
                    0,
                    1,
                    0,
                    1,
                    0,
                    (float) Math.sin(1),
                    (float) Math.cos(1),
                    (float) Math.sin(rate),
                    (float) Math.cos(rate),
                    (float) Math.sin(rate * rate)
                },
                WeightSnapshot.initial(net.infer(), 1)
                        .arrays()
                        .getOrDefault("pos.pe", NOTHING)
                        .values(),
                1e-6f);
    }

    @Test
    void aSequenceLongerThanTheTableIsAProblem() {
        assertEquals(
                List.of(
                        "PositionalEncoding \"pos\" knows at most 4 positions and gets a sequence of 5 (N × 5 × 8). It comes from"
                                + " Input \"x\" (field x, shape [5, 8]): N × 5 × 8. Raise max_len, or shorten the sequence."),
                new Net()
                        .add("x", Net.input(5, 8))
                        .then("pos", new PositionalEncoding(Size.AUTO, 0, 4, true))
                        .problems());
    }

    @Test
    void theBatchMustBeWhereBatchFirstSays() {
        assertEquals(
                1,
                new Net()
                        .add("x", Net.input(5, 8))
                        .then("pos", new PositionalEncoding())
                        .problems()
                        .size());
    }
}
