package jimu.engine.layer.conv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.ParameterException;
import org.junit.jupiter.api.Test;

class Conv2dTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(conv(Map.of("out_channels", 3)), 2, Net.input(2, 5, 4)),
                LayerExample.of(conv(Map.of("out_channels", 2, "stride", 2, "bias", false)), 2, Net.input(3, 6, 7)),
                LayerExample.of(
                        conv(Map.of(
                                "out_channels",
                                3,
                                "kernel_size",
                                List.of(3, 5),
                                "stride",
                                List.of(2, 1),
                                "padding",
                                List.of(4, 2),
                                "dilation",
                                List.of(3, 1))),
                        2,
                        Net.input(2, 5, 6)),
                LayerExample.of(
                        conv(Map.of("out_channels", 4, "kernel_size", List.of(2, 4), "padding", "same")),
                        2,
                        Net.input(2, 5, 6)),
                LayerExample.of(
                        conv(Map.of("out_channels", 4, "groups", 2, "padding", "valid")), 2, Net.input(4, 4, 4)),
                LayerExample.of(conv(Map.of("out_channels", 3, "groups", 3, "padding", 1)), 2, Net.input(3, 4, 4)),
                LayerExample.of(conv(Map.of("out_channels", 5, "kernel_size", 1)), 3, Net.input(2, 3, 3)));
    }

    @Test
    void squareKernelsWithEqualStride() {
        Net net = net(Map.of("stride", 2));
        assertEquals("N × 33 × 24 × 49", net.type("conv"));
        assertEquals(4785, known(net).trainable());
        assertEquals(33L * 24 * 49 * 16 * 9, known(net).multiplyAdds());
    }

    @Test
    void unequalKernelStrideAndPadding() {
        Net net = net(Map.of("kernel_size", List.of(3, 5), "stride", List.of(2, 1), "padding", List.of(4, 2)));
        assertEquals("N × 33 × 28 × 100", net.type("conv"));
        assertEquals(7953, known(net).trainable());
    }

    @Test
    void unequalDilation() {
        assertEquals(
                "N × 33 × 26 × 100",
                net(Map.of(
                                "kernel_size", List.of(3, 5),
                                "stride", List.of(2, 1),
                                "padding", List.of(4, 2),
                                "dilation", List.of(3, 1)))
                        .type("conv"));
    }

    @Test
    void sameKeepsTheSizeAndValidAddsNothing() {
        assertEquals("N × 33 × 50 × 100", net(Map.of("padding", "same")).type("conv"));
        assertEquals(
                "N × 33 × 50 × 100",
                net(Map.of("padding", "same", "kernel_size", 4, "dilation", 2)).type("conv"));
        assertEquals("N × 33 × 48 × 98", net(Map.of("padding", "valid")).type("conv"));
    }

    @Test
    void groupsSeeTheirOwnChannelsOnly() {
        Net net = net(Map.of("groups", 16, "out_channels", 32, "bias", false));
        assertEquals("N × 32 × 48 × 98", net.type("conv"));
        assertEquals(32 * 9, known(net).trainable());
        assertEquals("[weight 32 × 1 × 3 × 3]", net.parameters("conv"));
    }

    @Test
    void inChannelsFollowTheInput() {
        assertEquals(Map.of("in_channels", 16), known(net(Map.of())).automaticSizes());
        assertEquals("[weight 33 × 16 × 3 × 3, bias 33]", net(Map.of()).parameters("conv"));
    }

    @Test
    void aPinnedSizeThatDiffersIsAProblem() {
        assertEquals(
                List.of("Conv2d \"conv\" is pinned to 3 input channels and gets 16 (N × 16 × 50 × 100)." + " 16"
                        + ORIGIN
                        + " Let in_channels follow the input, or change the blocks before it until 3 channels arrive."),
                net(Map.of("in_channels", 3)).problems());
    }

    @Test
    void rowsOfNumbersAreNoPicture() {
        assertEquals(
                List.of(
                        "Conv2d \"conv\" needs a picture N × C × H × W and gets N × 20."
                                + " It comes from Input \"x\" (field x, shape [20]): N × 20."
                                + " Connect an output with these four axes; rows of numbers need other layers, such as Linear."),
                new Net()
                        .add("x", Net.input(20))
                        .add("conv", conv(Map.of()), "x")
                        .problems());
    }

    @Test
    void aKernelLargerThanItsInputIsAProblem() {
        assertEquals(
                List.of("Conv2d \"conv\" has a window of 53 × 3 where at most 52 × 102 fits into its input"
                        + " N × 16 × 50 × 100 with its padding." + " 50" + ORIGIN
                        + " Choose a smaller kernel_size or dilation, more padding, or less pooling before it."),
                net(Map.of("kernel_size", List.of(27, 2), "dilation", 2, "padding", 1))
                        .problems());
    }

    @Test
    void groupsDivideBothCountsOfChannels() {
        assertEquals(
                List.of(
                        "Conv2d \"conv\": in_channels must be a multiple of 5, the number of groups, but is 16."
                                + " 16" + ORIGIN
                                + " Set groups to 1, or to a number that divides in_channels and out_channels.",
                        "Conv2d \"conv\": out_channels must be a multiple of 5, the number of groups, but is 33."
                                + " Set groups to 1, or to a number that divides in_channels and out_channels."),
                net(Map.of("groups", 5)).problems());
    }

    @Test
    void sameNeedsStrideOne() {
        assertEquals(
                List.of("Conv2d \"conv\" has padding \"same\", which needs stride 1, but has stride (2, 1)."
                        + " Set stride to 1, or give the padding as a number."),
                net(Map.of("padding", "same", "stride", List.of(2, 1))).problems());
    }

    @Test
    void parametersOutOfRangeAreProblems() {
        assertEquals(
                List.of(
                        outOfRange("out_channels", "1", "0"),
                        outOfRange("kernel_size", "1", "[3, 0]"),
                        outOfRange("stride", "1", "0"),
                        outOfRange("padding", "0", "-1"),
                        outOfRange("dilation", "1", "0"),
                        outOfRange("groups", "1", "0")),
                net(Map.of(
                                "out_channels", 0,
                                "kernel_size", List.of(3, 0),
                                "stride", 0,
                                "padding", -1,
                                "dilation", 0,
                                "groups", 0))
                        .problems());
    }

    private static final String ORIGIN = " = size of the field \"x\", from Input \"x\".";

    private static String outOfRange(String parameter, String least, String found) {
        return "Conv2d \"conv\": " + parameter + " must be " + least + " or more, but is " + found + ". Give "
                + parameter + " a value that is " + least + " or more.";
    }

    private static Known known(Net net) {
        return net.infer().known("conv").orElseThrow();
    }

    /** A convolution of (N, 16, 50, 100) with 33 filters, some parameters given. */
    private static Net net(Map<String, Object> values) {
        Conv2d filters = conv(Map.of("out_channels", 33));
        return new Net().add("x", Net.input(16, 50, 100)).add("conv", changed(filters, values), "x");
    }

    private static Conv2d conv(Map<String, Object> values) {
        return changed(new Conv2d(), values);
    }

    private static Conv2d changed(Conv2d conv, Map<String, Object> values) {
        try {
            return (Conv2d) LayerCatalog.of(conv).with(conv, values);
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
