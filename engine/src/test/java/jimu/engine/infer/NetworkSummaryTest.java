package jimu.engine.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import jimu.engine.AlexNet;
import jimu.engine.Net;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.norm.BatchNorm2d;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

/** Where known summary tools are wrong, one test each. */
class NetworkSummaryTest {
    @Test
    void alexNetHasTheTutorialsShapesAndParameters() {
        NetworkSummary summary = of(AlexNet.plain());
        assertEquals(58_322_314, summary.parameters());
        assertEquals(
                List.of(
                        "N × 96 × 55 × 55",
                        "N × 96 × 27 × 27",
                        "N × 256 × 27 × 27",
                        "N × 256 × 13 × 13",
                        "N × 384 × 13 × 13",
                        "N × 384 × 13 × 13",
                        "N × 256 × 13 × 13",
                        "N × 256 × 6 × 6",
                        "N × 9216",
                        "N × 4096",
                        "N × 4096",
                        "N × 10"),
                summary.layers().stream()
                        .filter(layer -> layer.block().path().matches("conv\\d|pool\\d|flatten|fc\\d"))
                        .map(layer -> layer.outputs().values().iterator().next().toString())
                        .toList());
        assertEquals(
                List.of(34_944L, 614_656L, 885_120L, 1_327_488L, 884_992L),
                summary.layers().stream()
                        .filter(layer -> layer.block().layer().type().equals("Conv2d"))
                        .map(layer -> layer.parameters().orElseThrow())
                        .toList());
    }

    @Test
    void aMultiplyAddIsTwoFlopsAndABiasIsNeither() {
        for (boolean bias : new boolean[] {true, false}) {
            LayerSummary linear = last(new Net().add("x", Net.input(5)).then("fc", new Linear(Size.AUTO, 7, bias)));
            assertEquals(OptionalLong.of(35), linear.multiplyAdds());
            assertEquals(OptionalLong.of(70), linear.flops());
        }
    }

    @Test
    void aBatchMultipliesCostAndMemoryButNotParameters() {
        Net net = new Net().add("x", Net.input(5)).then("fc", new Linear(Size.AUTO, 7, true));
        LayerSummary linear =
                NetworkSummary.of(net.infer(), OptionalLong.of(3)).layers().get(1);
        assertEquals(OptionalLong.of(42), linear.parameters());
        assertEquals(OptionalLong.of(105), linear.multiplyAdds());
        assertEquals(OptionalLong.of(84), linear.bytes());
    }

    @Test
    void memoryCountsLayersWithoutWeightsToo() {
        NetworkSummary summary = of(new Net()
                .add("x", Net.input(6))
                .then("relu1", new ReLU())
                .then("relu2", new ReLU())
                .then("relu3", new ReLU()));
        assertEquals(3 * 2 * 24, summary.footprint().forwardBackward());
    }

    @Test
    void severalInputsEachHaveTheirOwnSize() {
        NetworkSummary summary = of(new Net()
                .add("a", Net.input(3, 8, 8))
                .add("b", Net.input(5))
                .add("c", new Input("i", List.of(7), 0, DType.INT32)));
        assertEquals(4 * (192 + 5 + 7), summary.footprint().inputs());
    }

    @Test
    void sharedWeightsCountOnceAndTheirCostTwice() {
        NetworkSummary summary = of(new Net()
                .add("x", Net.input(6))
                .then("first", new Linear(Size.AUTO, 6, true))
                .sharing("second", new Linear(Size.AUTO, 6, true), "first", "first"));
        assertEquals(42, summary.parameters());
        assertEquals(72, summary.multiplyAdds());
        assertEquals(OptionalLong.of(0), summary.layers().get(2).parameters());
    }

    @Test
    void runningStatisticsAreBuffersAndNotTrained() {
        NetworkSummary summary = of(new Net().add("x", Net.input(100, 35, 45)).then("bn", new BatchNorm2d()));
        assertEquals(200, summary.parameters());
        assertEquals(200, summary.buffers());
        assertEquals(800, summary.footprint().parameters());
    }

    @Test
    void theCostOfNormalisationGrowsWithThePicture() {
        assertEquals(OptionalLong.of(100 * 35 * 45), last(normalised(35, 45)).multiplyAdds());
        assertEquals(OptionalLong.of(100 * 70 * 45), last(normalised(70, 45)).multiplyAdds());
    }

    @Test
    void recurrentLayersCountAllGatesDirectionsAndLayers() throws ParameterException {
        LayerSummary one = last(sequence("LSTM", Map.of("hidden_size", 64, "batch_first", true)));
        assertEquals(OptionalLong.of(4 * 64 * (28 + 64 + 2)), one.parameters());
        assertEquals(OptionalLong.of(28 * 4 * 64 * (28 + 64)), one.multiplyAdds());
        assertEquals(
                "{output=N × 28 × 64, h_n=1 × N × 64, c_n=1 × N × 64}",
                one.outputs().toString());
        LayerSummary four = last(sequence(
                "GRU", Map.of("hidden_size", 64, "num_layers", 2, "bidirectional", true, "batch_first", true)));
        assertEquals(OptionalLong.of(2 * 3 * 64 * (28 + 64 + 2) + 2 * 3 * 64 * (128 + 64 + 2)), four.parameters());
        assertEquals(OptionalLong.of(28 * (2 * 3 * 64 * (28 + 64) + 2 * 3 * 64 * (128 + 64))), four.multiplyAdds());
        assertEquals(OptionalLong.of(4 * (28 * 128 + 4 * 64)), four.bytes());
        assertEquals(
                OptionalLong.of(64 * (28 + 64 + 2)),
                last(sequence("RNN", Map.of("hidden_size", 64, "batch_first", true)))
                        .parameters());
    }

    @Test
    void anEmbeddingTakesIntegersAndHasParametersAndNoMultiplyAdds() throws ParameterException {
        LayerSummary embedding = last(new Net()
                .add("x", new Input("words", List.of(7), 0, DType.INT32))
                .then("embedding", layer("Embedding", Map.of("num_embeddings", 9, "embedding_dim", 4))));
        assertEquals(OptionalLong.of(36), embedding.parameters());
        assertEquals(OptionalLong.of(0), embedding.multiplyAdds());
        assertEquals("N × 7 × 4", embedding.outputs().values().iterator().next().toString());
    }

    @Test
    void bothProductsOfAttentionCount() throws ParameterException {
        LayerSummary attention = last(new Net()
                .add("x", Net.input(5, 8))
                .then("attention", layer("MultiheadAttention", Map.of("num_heads", 2, "batch_first", true))));
        assertEquals(OptionalLong.of(4 * 5 * 8 * 8 + 2 * 5 * 5 * 8), attention.multiplyAdds());
        assertEquals(OptionalLong.of(4 * 8 * 8 + 4 * 8), attention.parameters());
    }

    @Test
    void totalsOfAPartlyWrongNetworkAreThoseOfTheRightPart() {
        NetworkSummary summary = of(new Net()
                .add("x", Net.input(4))
                .then("right", new Linear(Size.AUTO, 8, true))
                .then("wrong", new Linear(new Size(5), 3, true))
                .then("behind", new Linear(Size.AUTO, 3, true)));
        assertTrue(summary.partial());
        assertEquals(40, summary.parameters());
        assertEquals(32, summary.multiplyAdds());
        assertEquals(64, summary.flops());
        assertEquals(new Footprint(16, 64, 160), summary.footprint());
        assertEquals(OptionalLong.empty(), summary.layers().get(3).multiplyAdds());
        assertFalse(of(new Net().add("x", Net.input(4))).partial());
    }

    @Test
    void countsBeyondALongStayAtTheLargest() {
        int most = Integer.MAX_VALUE;
        Layer huge = LayerCatalog.find("Flatten").orElseThrow().defaults();
        Net net = new Net().add("x", Net.input(most, 2_000_000_000)).then("flat", huge);
        LayerSummary flat =
                NetworkSummary.of(net.infer(), OptionalLong.of(most)).layers().get(1);
        assertEquals(OptionalLong.of(Long.MAX_VALUE), flat.bytes());
    }

    private static Net sequence(String type, Map<String, ?> parameters) throws ParameterException {
        return new Net().add("x", Net.input(28, 28)).then("recurrent", layer(type, parameters));
    }

    private static Layer layer(String type, Map<String, ?> parameters) throws ParameterException {
        return LayerCatalog.find(type).orElseThrow().create(parameters);
    }

    private static Net normalised(int height, int width) {
        return new Net().add("x", Net.input(100, height, width)).then("bn", new BatchNorm2d());
    }

    private static NetworkSummary of(Net net) {
        return NetworkSummary.of(net.infer(), OptionalLong.empty());
    }

    private static LayerSummary last(Net net) {
        List<LayerSummary> layers = of(net).layers();
        return layers.get(layers.size() - 1);
    }
}
