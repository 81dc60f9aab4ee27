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

class BatchNorm2dTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new BatchNorm2d(), 3, Net.input(2, 3, 4)),
                LayerExample.of(new BatchNorm2d(Size.of(3), 0.1, 0.5, true, true), 4, Net.input(3, 1, 2)),
                LayerExample.of(new BatchNorm2d(Size.AUTO, 1e-5, 0.1, false, true), 3, Net.input(2, 3, 3)),
                LayerExample.of(new BatchNorm2d(Size.AUTO, 1e-3, 0, true, false), 3, Net.input(2, 3, 3)),
                LayerExample.of(new BatchNorm2d(Size.AUTO, 1e-3, 1, false, false), 2, Net.input(1, 4, 3)));
    }

    @Test
    void theShapeStays() {
        assertEquals("N × 100 × 35 × 45", net(new BatchNorm2d()).type("bn"));
    }

    @Test
    void aHundredChannelsHave200Parameters() {
        Known known = known(new BatchNorm2d());
        assertEquals(200, known.trainable());
        assertEquals(
                "[weight 100 PARAMETER, bias 100 PARAMETER, running_mean 100 BUFFER, running_var 100 BUFFER]",
                known.parameters().stream()
                        .map(spec -> spec.name() + " " + spec.shape() + " " + spec.kind())
                        .toList()
                        .toString());
        assertEquals(Map.of("num_features", 100), known.automaticSizes());
    }

    @Test
    void withoutAffineAndStatisticsItHoldsNothing() {
        assertEquals(
                List.of(),
                known(new BatchNorm2d(Size.AUTO, 1e-5, 0.1, false, false)).parameters());
    }

    @Test
    void totalsCountBuffersByThemselves() {
        var totals = net(new BatchNorm2d()).infer().totals();
        assertEquals(200, totals.parameters());
        assertEquals(200, totals.buffers());
    }

    @Test
    void aPinnedSizeThatDiffersIsAProblem() {
        assertEquals(
                List.of(
                        "BatchNorm2d \"bn\" is pinned to 64 features and gets 100 (N × 100 × 35 × 45)."
                                + " 100 = size of the field \"x\", from Input \"x\"."
                                + " Let num_features follow the input, or change the blocks before it until 64 channels arrive."),
                net(new BatchNorm2d(Size.of(64), 1e-5, 0.1, true, true)).problems());
    }

    @Test
    void rowsOfNumbersAreNoPicture() {
        assertEquals(
                List.of(
                        "BatchNorm2d \"bn\" needs a picture N × C × H × W and gets N × 20."
                                + " It comes from Input \"x\" (field x, shape [20]): N × 20."
                                + " Connect an output with these four axes; rows of numbers need other layers, such as Linear."),
                new Net()
                        .add("x", Net.input(20))
                        .add("bn", new BatchNorm2d(), "x")
                        .problems());
    }

    @Test
    void parametersOutOfRangeAreProblems() {
        assertEquals(
                List.of(
                        "BatchNorm2d \"bn\": eps must be 0 or more, but is -1.0. Give eps a value that is 0 or more.",
                        "BatchNorm2d \"bn\": momentum must be between 0 and 1, but is 1.5."
                                + " Give momentum a value that is between 0 and 1."),
                net(new BatchNorm2d(Size.AUTO, -1, 1.5, true, true)).problems());
    }

    private static Known known(BatchNorm2d norm) {
        return net(norm).infer().known("bn").orElseThrow();
    }

    private static Net net(BatchNorm2d norm) {
        return new Net().add("x", Net.input(100, 35, 45)).add("bn", norm, "x");
    }
}
