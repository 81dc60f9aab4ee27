package jimu.engine.layer.norm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Size;
import org.junit.jupiter.api.Test;

class GroupNormTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new GroupNorm(), 2, Net.input(3, 2, 2)),
                LayerExample.of(new GroupNorm(2, Size.of(4), 1e-3, true), 3, Net.input(4, 3)),
                LayerExample.of(new GroupNorm(2, Size.AUTO, 0.1, true), 3, Net.input(6)),
                LayerExample.of(new GroupNorm(3, Size.AUTO, 1e-5, false), 2, Net.input(3, 2, 3)));
    }

    @Test
    void theShapeStaysAndEachChannelIsScaledAndShifted() {
        Known known = net(new GroupNorm(4, Size.AUTO, 1e-5, true))
                .infer()
                .known("norm")
                .orElseThrow();
        assertEquals("N × 12 × 5 × 5", known.output().toString());
        assertEquals(24, known.trainable());
        assertEquals(Map.of("num_channels", 12), known.automaticSizes());
        assertEquals(12L * 5 * 5, known.multiplyAdds());
    }

    @Test
    void channelsThatDoNotFallIntoTheGroupsAreAProblem() {
        assertEquals(
                List.of("GroupNorm \"norm\" needs a multiple of 5 as channels and gets 12 (N × 12 × 5 × 5)."
                        + " 12 = size of the field \"x\", from Input \"x\"."
                        + " Set num_groups to 1, or to a number that divides the channels that arrive."),
                net(new GroupNorm(5, Size.AUTO, 1e-5, true)).problems());
    }

    @Test
    void aPinnedSizeThatDiffersIsAProblem() {
        assertEquals(
                List.of(
                        "GroupNorm \"norm\" is pinned to 8 channels and gets 12 (N × 12 × 5 × 5). 12 = size of the field \"x\", from Input \"x\". Let num_channels follow the input,"
                                + " or change the blocks before it until 8 channels arrive."),
                net(new GroupNorm(4, Size.of(8), 1e-5, true)).problems());
    }

    @Test
    void anInputWithoutChannelsIsRefused() {
        assertEquals(
                List.of("GroupNorm \"norm\" needs an input N × C × … and gets N. It comes from Input \"x\" (field x,"
                        + " shape []): N. Connect an output with channels at its second axis, or choose the"
                        + " normalisation for its number of axes."),
                new Net()
                        .add("x", Net.input())
                        .add("norm", new GroupNorm(), "x")
                        .problems());
    }

    private static Net net(GroupNorm norm) {
        return new Net().add("x", Net.input(12, 5, 5)).add("norm", norm, "x");
    }
}
