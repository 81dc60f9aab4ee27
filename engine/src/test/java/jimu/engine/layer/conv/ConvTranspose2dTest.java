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
import jimu.engine.layer.Initializer;
import jimu.engine.layer.Layer;
import org.junit.jupiter.api.Test;

class ConvTranspose2dTest implements LayerExamples {
    private static final String ORIGIN = " = size of the field \"x\", from Input \"x\".";

    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(conv(Map.of("out_channels", 3)), 2, Net.input(2, 3, 4)),
                LayerExample.of(
                        conv(Map.of("out_channels", 2, "kernel_size", 2, "stride", 2, "bias", false)),
                        2,
                        Net.input(3, 3, 2)),
                LayerExample.of(
                        conv(Map.of(
                                "out_channels",
                                4,
                                "kernel_size",
                                List.of(3, 2),
                                "stride",
                                List.of(2, 3),
                                "padding",
                                1,
                                "output_padding",
                                List.of(1, 2),
                                "groups",
                                2)),
                        2,
                        Net.input(2, 3, 3)),
                LayerExample.of(
                        conv(Map.of("out_channels", 2, "dilation", List.of(3, 2), "output_padding", List.of(2, 1))),
                        2,
                        Net.input(2, 2, 3)));
    }

    @Test
    void strideTwoDoublesThePicture() {
        Net net = net(Map.of("kernel_size", 2, "stride", 2));
        assertEquals("N × 6 × 10 × 12", net.type("conv"));
        assertEquals("[weight 4 × 6 × 2 × 2, bias 6]", net.parameters("conv"));
        assertEquals(Map.of("in_channels", 4), known(net).automaticSizes());
    }

    @Test
    void paddingCutsOffAndOutputPaddingAdds() {
        assertEquals("N × 6 × 7 × 8", net(Map.of()).type("conv"));
        assertEquals("N × 6 × 5 × 6", net(Map.of("padding", 1)).type("conv"));
        assertEquals(
                "N × 6 × 10 × 12",
                net(Map.of("stride", 2, "padding", 1, "output_padding", 1)).type("conv"));
        assertEquals("N × 6 × 9 × 10", net(Map.of("dilation", 2)).type("conv"));
    }

    @Test
    void eachElementOfTheInputMeetsItsFilters() {
        assertEquals(4L * 5 * 6 * 6 * 9, known(net(Map.of("stride", 2))).multiplyAdds());
        Net grouped = net(Map.of("groups", 2));
        assertEquals("[weight 4 × 3 × 3 × 3, bias 6]", grouped.parameters("conv"));
        assertEquals(4L * 5 * 6 * 3 * 9, known(grouped).multiplyAdds());
    }

    @Test
    void firstWeightsLieWithinPyTorchsBound() {
        double bound = 1 / Math.sqrt(3 * 9);
        known(net(Map.of("groups", 2)))
                .parameters()
                .forEach(spec -> assertEquals(new Initializer.Uniform(-bound, bound), spec.initializer()));
    }

    @Test
    void outputPaddingIsSmallerThanStrideOrDilation() {
        assertEquals(
                List.of("ConvTranspose2d \"conv\": output_padding must be smaller than (2, 1), the larger of stride and"
                        + " dilation, but is 1. Choose a smaller output_padding or a larger stride."),
                net(Map.of("stride", List.of(2, 1), "output_padding", 1)).problems());
    }

    @Test
    void somethingMustComeOut() {
        assertEquals(
                List.of("ConvTranspose2d \"conv\" would give a picture of -1 × 0 from its input N × 4 × 5 × 6 where"
                        + " at least 1 × 1 is needed." + " 5" + ORIGIN + " 6" + ORIGIN
                        + " Choose a smaller padding or a larger kernel_size."),
                net(Map.of("kernel_size", 1, "padding", 3)).problems());
    }

    @Test
    void groupsDivideBothCountsOfChannels() {
        assertEquals(
                List.of("ConvTranspose2d \"conv\": in_channels must be a multiple of 3, the number of groups, but is 4."
                        + " 4" + ORIGIN
                        + " Set groups to 1, or to a number that divides in_channels and out_channels."),
                net(Map.of("groups", 3)).problems());
    }

    private static Known known(Net net) {
        return net.infer().known("conv").orElseThrow();
    }

    private static Net net(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("out_channels", 6);
        return new Net().add("x", Net.input(4, 5, 6)).add("conv", conv(all), "x");
    }

    private static Layer conv(Map<String, Object> values) {
        return layer("ConvTranspose2d", values);
    }
}
