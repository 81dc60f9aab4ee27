package jimu.engine.layer.norm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.PyTorch;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;

class LayerNormTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new LayerNorm(), 3, Net.input(5)),
                LayerExample.of(new LayerNorm(List.of(4), 1e-3, true), 2, Net.input(3, 4)),
                LayerExample.of(new LayerNorm(List.of(3, 2, 2), 1e-5, true), 2, Net.input(3, 2, 2)),
                LayerExample.of(new LayerNorm(List.of(2, 2), 0.1, false), 2, Net.input(3, 2, 2)));
    }

    @Test
    void theLastAxisIsNormalisedUnlessSizesArePinned() {
        Known known = known(new LayerNorm());
        assertEquals("N × 7 × 64", known.output().toString());
        assertEquals(128, known.trainable());
        assertEquals(Map.of("normalized_shape", 64), known.automaticSizes());
        assertEquals(
                2 * 7 * 64, known(new LayerNorm(List.of(7, 64), 1e-5, true)).trainable());
    }

    @Test
    void oneMultiplyAddIsCountedForEachElement() {
        assertEquals(7L * 64, known(new LayerNorm()).multiplyAdds());
    }

    @Test
    void otherSizesThanThoseOfTheLastAxesAreAProblem() {
        assertEquals(
                List.of("LayerNorm \"norm\" normalises over the last axes of an input * × 64 × 7 and gets N × 7 × 64."
                        + " It comes from Input \"x\" (field x, shape [7, 64]): N × 7 × 64. Give normalized_shape"
                        + " the sizes of the input's last axes, or leave it empty for the last one."),
                net(new LayerNorm(List.of(64, 7), 1e-5, true)).problems());
    }

    @Test
    void theBatchIsNoAxisToNormaliseOver() {
        assertEquals(
                List.of("LayerNorm \"norm\" normalises over the last axes of an input * × L and gets N. It comes from"
                        + " Input \"x\" (field x, shape []): N. Give normalized_shape the sizes of the input's"
                        + " last axes, or leave it empty for the last one."),
                new Net()
                        .add("x", Net.input())
                        .add("norm", new LayerNorm(), "x")
                        .problems());
    }

    @Test
    void pyTorchSourceStatesTheSizeThatFollowsFromTheInput() {
        assertEquals(
                PyTorch.module("nn.LayerNorm").with("normalized_shape", "64"),
                new LayerNorm().pytorch(Map.of("input", TensorType.float32(2, 64))));
    }

    private static Known known(LayerNorm norm) {
        return net(norm).infer().known("norm").orElseThrow();
    }

    private static Net net(LayerNorm norm) {
        return new Net().add("x", Net.input(7, 64)).add("norm", norm, "x");
    }
}
