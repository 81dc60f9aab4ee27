package jimu.engine.layer.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.ParameterException;
import org.junit.jupiter.api.Test;

class MaxPool2dTest implements LayerExamples {
    private static final String ORIGIN = " = size of the field \"x\", from Input \"x\".";

    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(pool(Map.of()), 2, Net.input(2, 4, 5)),
                LayerExample.of(pool(Map.of("kernel_size", 3, "stride", 2)), 2, Net.input(2, 7, 6)),
                LayerExample.of(
                        pool(Map.of("kernel_size", List.of(3, 2), "stride", List.of(2, 1))), 2, Net.input(1, 6, 5)),
                LayerExample.of(pool(Map.of("kernel_size", 3, "stride", 1, "padding", 1)), 2, Net.input(2, 4, 4)),
                LayerExample.of(pool(Map.of("kernel_size", 3, "stride", 2, "ceil_mode", true)), 2, Net.input(2, 6, 8)),
                LayerExample.of(pool(Map.of("dilation", 2, "stride", 1)), 2, Net.input(2, 5, 5)));
    }

    @Test
    void aSquareWindowWithStride() {
        assertEquals("N × 16 × 24 × 15", type(Map.of("kernel_size", 3, "stride", 2)));
    }

    @Test
    void unequalWindowAndStride() {
        assertEquals("N × 16 × 24 × 31", type(Map.of("kernel_size", List.of(3, 2), "stride", List.of(2, 1))));
    }

    @Test
    void windowsLieSideBySideByDefault() {
        assertEquals("N × 16 × 16 × 10", type(Map.of("kernel_size", 3)));
        assertEquals("N × 16 × 25 × 16", type(Map.of()));
    }

    @Test
    void ceilModeKeepsAWindowThatHangsOverTheEdge() {
        assertEquals("N × 16 × 17 × 11", type(Map.of("kernel_size", 3, "ceil_mode", true)));
    }

    @Test
    void ceilModeDropsAWindowThatBeginsInThePadding() {
        Net net = new Net()
                .add("x", Net.input(1, 3, 3))
                .add("pool", pool(Map.of("kernel_size", 2, "padding", 1, "ceil_mode", true)), "x");
        assertEquals("N × 1 × 2 × 2", net.type("pool"));
    }

    @Test
    void itHasNoParameters() {
        assertEquals(
                List.of(), net(Map.of()).infer().known("pool").orElseThrow().parameters());
    }

    @Test
    void aWindowLargerThanItsInputIsAProblem() {
        assertEquals(
                List.of("MaxPool2d \"pool\" has a window of 33 × 33 where at most 50 × 32 fits into its input"
                        + " N × 16 × 50 × 32 with its padding." + " 32" + ORIGIN
                        + " Choose a smaller kernel_size or dilation, more padding, or less pooling before it."),
                net(Map.of("kernel_size", 33)).problems());
    }

    @Test
    void rowsOfNumbersAreNoPicture() {
        assertEquals(
                List.of(
                        "MaxPool2d \"pool\" needs a picture N × C × H × W and gets N × 20."
                                + " It comes from Input \"x\" (field x, shape [20]): N × 20."
                                + " Connect an output with these four axes; rows of numbers need other layers, such as Linear."),
                new Net()
                        .add("x", Net.input(20))
                        .add("pool", new MaxPool2d(), "x")
                        .problems());
    }

    @Test
    void paddingIsAtMostHalfTheWindow() {
        assertEquals(
                List.of("MaxPool2d \"pool\": padding must be at most (1, 2), half of its kernel_size (3, 4), but is 2."
                        + " Choose a smaller padding or a larger kernel_size."),
                net(Map.of("kernel_size", List.of(3, 4), "padding", 2)).problems());
    }

    @Test
    void aSpreadWindowThatMissesThePictureIsAProblem() {
        Net net = new Net().add("x", Net.input(1, 2, 2)).add("pool", pool(Map.of("padding", 1, "dilation", 3)), "x");
        assertEquals(
                List.of(
                        "MaxPool2d \"pool\" has a window that meets padding alone, between whose elements its input falls;"
                                + " each must cover at least one element of its input."
                                + " Choose a smaller dilation or padding."),
                net.problems());
    }

    @Test
    void parametersOutOfRangeAreProblems() {
        assertEquals(
                List.of(
                        outOfRange("kernel_size", "1", "0"),
                        outOfRange("stride", "1", "[0, 1]"),
                        outOfRange("padding", "0", "-1"),
                        outOfRange("dilation", "1", "0")),
                net(Map.of("kernel_size", 0, "stride", List.of(0, 1), "padding", -1, "dilation", 0))
                        .problems());
    }

    private static String outOfRange(String parameter, String least, String found) {
        return "MaxPool2d \"pool\": " + parameter + " must be " + least + " or more, but is " + found + ". Give "
                + parameter + " a value that is " + least + " or more.";
    }

    private static String type(Map<String, Object> values) {
        return net(values).type("pool");
    }

    private static Net net(Map<String, Object> values) {
        return new Net().add("x", Net.input(16, 50, 32)).add("pool", pool(values), "x");
    }

    private static MaxPool2d pool(Map<String, Object> values) {
        try {
            return (MaxPool2d) LayerCatalog.find("MaxPool2d").orElseThrow().create(values);
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
