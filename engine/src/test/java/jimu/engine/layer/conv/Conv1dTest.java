package jimu.engine.layer.conv;

import static jimu.engine.Net.layer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Layer;
import org.junit.jupiter.api.Test;

class Conv1dTest implements LayerExamples {
    private static final String ORIGIN = " = size of the field \"x\", from Input \"x\".";

    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(conv(Map.of("out_channels", 3)), 2, Net.input(2, 7)),
                LayerExample.of(conv(Map.of("stride", 2, "padding", 2, "bias", false)), 2, Net.input(1, 6)),
                LayerExample.of(
                        conv(Map.of("out_channels", 4, "kernel_size", 4, "padding", "same", "groups", 2)),
                        2,
                        Net.input(2, 6)),
                LayerExample.of(
                        conv(Map.of("out_channels", 2, "dilation", 2, "padding", "valid")), 2, Net.input(3, 8)));
    }

    @Test
    void filtersSlideAlongTheLine() {
        Net net = net(Map.of());
        assertEquals("N × 6 × 13", net.type("conv"));
        assertEquals("[weight 6 × 4 × 3, bias 6]", net.parameters("conv"));
        assertEquals(6L * 13 * 4 * 3, known(net).multiplyAdds());
        assertEquals(Map.of("in_channels", 4), known(net).automaticSizes());
    }

    @Test
    void strideDilationPaddingAndGroups() {
        Net net = net(Map.of("kernel_size", 5, "stride", 2, "padding", 2, "dilation", 2, "groups", 2));
        assertEquals("N × 6 × 6", net.type("conv"));
        assertEquals("[weight 6 × 2 × 5, bias 6]", net.parameters("conv"));
    }

    @Test
    void sameKeepsTheLengthAndValidAddsNothing() {
        assertEquals(
                "N × 6 × 15",
                net(Map.of("padding", "same", "kernel_size", 4, "dilation", 3)).type("conv"));
        assertEquals("N × 6 × 13", net(Map.of("padding", "valid")).type("conv"));
    }

    @Test
    void picturesAreNoLines() {
        assertEquals(
                List.of("Conv1d \"conv\" needs a line N × C × L and gets N × 20."
                        + " It comes from Input \"x\" (field x, shape [20]): N × 20."
                        + " Connect an output with these three axes; pictures need the layers called 2d,"
                        + " rows of numbers others, such as Linear."),
                new Net()
                        .add("x", Net.input(20))
                        .add("conv", conv(Map.of()), "x")
                        .problems());
    }

    @Test
    void aPinnedSizeThatDiffersIsAProblem() {
        assertEquals(
                List.of("Conv1d \"conv\" is pinned to 3 input channels and gets 4 (N × 4 × 15)." + " 4" + ORIGIN
                        + " Let in_channels follow the input, or change the blocks before it until 3 channels arrive."),
                net(Map.of("in_channels", 3)).problems());
    }

    @Test
    void aFilterLongerThanItsInputIsAProblem() {
        assertEquals(
                List.of("Conv1d \"conv\" has a window of 19 where at most 17 fits into its input N × 4 × 15 with its"
                        + " padding." + " 15" + ORIGIN
                        + " Choose a smaller kernel_size or dilation, more padding, or less pooling before it."),
                net(Map.of("kernel_size", 10, "dilation", 2, "padding", 1)).problems());
    }

    @Test
    void sameNeedsStrideOne() {
        assertEquals(
                List.of("Conv1d \"conv\" has padding \"same\", which needs stride 1, but has stride 2."
                        + " Set stride to 1, or give the padding as a number."),
                net(Map.of("padding", "same", "stride", 2)).problems());
    }

    @Test
    void paddingIsOneNumber() {
        assertEquals(
                List.of("Conv1d \"conv\": padding must be one number, since a line has the same at both ends,"
                        + " but is (1, 2). Give padding one number, \"same\" or \"valid\"."),
                net(Map.of("padding", List.of(1, 2))).problems());
    }

    private static Known known(Net net) {
        return net.infer().known("conv").orElseThrow();
    }

    private static Net net(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("out_channels", 6);
        return new Net().add("x", Net.input(4, 15)).add("conv", conv(all), "x");
    }

    private static Layer conv(Map<String, Object> values) {
        return layer("Conv1d", values);
    }
}
