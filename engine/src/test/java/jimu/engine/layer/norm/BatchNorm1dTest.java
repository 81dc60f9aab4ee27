package jimu.engine.layer.norm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Size;
import org.junit.jupiter.api.Test;

class BatchNorm1dTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new BatchNorm1d(), 5, Net.input(3)),
                LayerExample.of(new BatchNorm1d(), 3, Net.input(2, 4)),
                LayerExample.of(new BatchNorm1d(Size.of(3), 0.1, 0.5, false, true), 4, Net.input(3, 2)),
                LayerExample.of(new BatchNorm1d(Size.AUTO, 1e-3, 0.1, true, false), 4, Net.input(3)));
    }

    @Test
    void rowsAndSequencesKeepTheirShape() {
        assertEquals("N × 20", net(new BatchNorm1d(), 20).type("bn"));
        assertEquals("N × 20 × 7", net(new BatchNorm1d(), 20, 7).type("bn"));
    }

    @Test
    void twentyFeaturesHave40Parameters() {
        Known known = net(new BatchNorm1d(), 20, 7).infer().known("bn").orElseThrow();
        assertEquals(40, known.trainable());
        assertEquals(20L * 7, known.multiplyAdds());
    }

    @Test
    void picturesAreRefused() {
        assertEquals(
                List.of("BatchNorm1d \"bn\" needs an input N × C or N × C × L and gets N × 3 × 8 × 8. It comes from"
                        + " Input \"x\" (field x, shape [3, 8, 8]): N × 3 × 8 × 8. Connect an output with channels"
                        + " at its second axis, or choose the normalisation for its number of axes."),
                net(new BatchNorm1d(), 3, 8, 8).problems());
    }

    @Test
    void aPinnedSizeThatDiffersIsAProblem() {
        assertEquals(
                List.of(
                        "BatchNorm1d \"bn\" is pinned to 64 features and gets 20 (N × 20). 20 = size of the field \"x\", from Input \"x\". Let num_features follow the input, or change the blocks"
                                + " before it until 64 channels arrive."),
                net(new BatchNorm1d(Size.of(64), 1e-5, 0.1, true, true), 20).problems());
    }

    private static Net net(BatchNorm1d norm, Integer... sizes) {
        return new Net().add("x", Net.input(sizes)).add("bn", norm, "x");
    }
}
