package jimu.engine.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Source;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whence each kind of layer says that the dimensions of its output come. */
class OriginsTest {
    static Stream<LayerExample> examples() {
        return LayerCatalog.all().stream()
                .flatMap(schema -> LayerExamples.of(schema.defaults().getClass()));
    }

    /** What a layer says is what its operations give: sizes that are taken over, joined, put together, split or set. */
    @ParameterizedTest
    @MethodSource("examples")
    void everyDimensionHasAnOriginThatGivesItsSize(LayerExample example) {
        Net net = new Net();
        List<String> names = new ArrayList<>();
        for (Source input : example.inputs()) {
            names.add("x" + names.size());
            net.add(names.get(names.size() - 1), input);
        }
        net.add("block", example.layer(), names.toArray(String[]::new));
        Inference inference = net.infer();
        BlockState.Known known = inference.known("block").orElseThrow();
        Causes causes = Causes.of(inference);
        List<TensorShape> outputs =
                known.outputs().values().stream().map(TensorType::shape).toList();
        for (int output = 0; output < outputs.size(); output++) {
            List<Dim> made = outputs.get(output).dims();
            List<Origin> origins = example.layer().origins(output, known.inputs());
            assertEquals(made.size(), origins.size());
            for (int axis = 0; axis < made.size(); axis++) {
                Endpoint end = new Endpoint("block", example.layer().outputs().get(output));
                assertEquals(
                        Optional.of(made.get(axis)),
                        size(origins.get(axis), known.inputs(), example.layer(), causes.of(end, axis)));
            }
        }
    }

    private static Optional<Dim> size(Origin origin, List<TensorType> inputs, Layer layer, Optional<Cause> told) {
        List<Dim> from = origin.from().stream()
                .map(axis -> inputs.get(axis.input()).shape().dim(axis.axis()))
                .toList();
        if (origin instanceof Origin.Same) {
            return Optional.of(from.get(0));
        } else if (origin instanceof Origin.Product) {
            return Optional.of(new TensorShape(from).product());
        } else if (origin instanceof Origin.Sum) {
            return from.stream().reduce((a, b) -> Dim.of(a.factor() + b.factor()));
        } else if (origin instanceof Origin.Rest rest) {
            Dim whole = new TensorShape(from).product();
            return Optional.of(new Dim(whole.factor() / rest.others(), whole.batched()));
        } else if (origin instanceof Origin.Chosen chosen) {
            Object value = LayerCatalog.of(layer)
                    .parameter(chosen.parameter())
                    .orElseThrow()
                    .get(layer);
            Object one =
                    value instanceof List<?> list ? list.get(chosen.element().orElse(0)) : value;
            return Optional.of(Dim.of(chosen.times() * Long.parseLong(one.toString())));
        } else if (origin instanceof Origin.Single) {
            return Optional.of(Dim.of(1));
        }
        return told.map(Cause::size).filter(size -> !told.get().how().contains("?"));
    }

    @Test
    void valuesOfTheData() {
        assertEquals(
                List.of("N = samples in a batch, from Input \"x\"", "3 = size of the field \"x\", from Input \"x\""),
                lines(new Net().add("x", Net.input(3)), "x"));
    }

    @Test
    void sizesThatAreSet() {
        assertEquals("10 = out_features of Linear \"block\"", last(Net.layer("Linear", Map.of("out_features", 10)), 4));
        assertEquals("64 = 2·hidden_size of LSTM \"block\"", last(lstm(), 7, 5));
        assertEquals(
                "7 = output_size[1] of AdaptiveAvgPool2d \"block\"",
                last(Net.layer("AdaptiveAvgPool2d", Map.of("output_size", 7)), 3, 14, 14));
    }

    @Test
    void statesOfLayersInTwoDirections() {
        assertEquals(
                List.of(
                        "2 = 2·num_layers of LSTM \"block\"",
                        "N = samples in a batch, from Input \"x\"",
                        "32 = hidden_size of LSTM \"block\""),
                Causes.of(new Net()
                                .add("x", Net.input(7, 5))
                                .then("block", lstm())
                                .infer())
                        .at(new Endpoint("block", "h_n"))
                        .stream()
                        .map(Cause::sentence)
                        .toList());
    }

    @Test
    void axesThatAreJoinedOrSplit() {
        assertEquals("784 = 1 × 28 × 28, from Flatten \"block\"", last(Net.layer("Flatten", Map.of()), 1, 28, 28));
        assertEquals(
                "28 = 784 / 28, from Reshape \"block\"",
                last(Net.layer("Reshape", Map.of("shape", List.of(28, -1))), 784));
        assertEquals(
                "196 = unflattened_size[1] of Unflatten \"block\"",
                last(Net.layer("Unflatten", Map.of("dim", 1, "unflattened_size", List.of(4, 196))), 784));
    }

    @Test
    void windows() {
        assertEquals(
                "14 = ⌊(28 + 2·0 − 2) / 2⌋ + 1, since MaxPool2d \"block\" has kernel_size 2",
                last(Net.layer("MaxPool2d", Map.of()), 1, 28, 28));
        assertEquals(
                "28 = ⌊(28 + 2·2 − 5) / 1⌋ + 1, since Conv2d \"block\" has padding 2",
                last(Net.layer("Conv2d", Map.of("kernel_size", 5, "padding", 2)), 1, 28, 28));
        assertEquals(
                "13 = ⌊(28 + 2·1 − 2·(3 − 1) − 1) / 2⌋ + 1, since Conv1d \"block\" has stride 2",
                last(Net.layer("Conv1d", Map.of("dilation", 2, "padding", 1, "stride", 2)), 1, 28));
        assertEquals(
                "55 = (28 − 1)·2 − 2·1 + 1·(3 − 1) + 0 + 1, since ConvTranspose2d \"block\" has stride 2",
                last(Net.layer("ConvTranspose2d", Map.of("padding", 1, "stride", 2)), 1, 28, 28));
        assertEquals(
                "28 = ⌊14·2⌋, since Upsample \"block\" has scale_factor 2",
                last(Net.layer("Upsample", Map.of()), 3, 14, 14));
        assertEquals(
                "16 = 14 + 1 + 1, since ZeroPad2d \"block\" has padding 1",
                last(Net.layer("ZeroPad2d", Map.of("padding", 1)), 3, 14, 14));
    }

    @Test
    void paddingThatKeepsTheSizeLeavesItToWhatComesBefore() {
        assertEquals(
                "28 = size of the field \"x\", from Input \"x\"",
                last(Net.layer("Conv2d", Map.of("padding", "same")), 1, 28, 28));
    }

    @Test
    void inputsPutTogether() {
        Net net = new Net()
                .add("a", Net.input(3, 8))
                .add("b", Net.input(5, 8))
                .add("both", Net.layer("Concat", Map.of()), "a", "b");
        assertEquals("8 = 3 + 5, from Concat \"both\"", lines(net, "both").get(1));
    }

    @Test
    void axesThatMoveFallAwayOrShrink() {
        assertEquals(
                "7 = size of the field \"x\", from Input \"x\"",
                last(Net.layer("Permute", Map.of("dims", List.of(0, 2, 1))), 7, 5));
        assertEquals(
                "1 = what is kept of an axis, from Mean \"block\"",
                last(Net.layer("Mean", Map.of("dims", List.of(2), "keepdim", true)), 7, 5));
    }

    @Test
    void theChainLeadsBackToTheData() {
        Net net = new Net()
                .add("x", Net.input(1, 28, 28))
                .then("conv", Net.layer("Conv2d", Map.of("kernel_size", 5)))
                .then("pool", Net.layer("MaxPool2d", Map.of()))
                .then("flat", Net.layer("Flatten", Map.of()));
        Causes causes = Causes.of(net.infer());
        Cause features = causes.of(new Endpoint("flat", "output"), -1).orElseThrow();
        assertEquals(
                List.of(
                        "2304 = 16 × 12 × 12 Flatten \"flat\"",
                        "16 = out_channels Conv2d \"conv\"",
                        "12 = ⌊(24 + 2·0 − 2) / 2⌋ + 1 MaxPool2d \"pool\" (kernel_size 2)",
                        "24 = ⌊(28 + 2·0 − 5) / 1⌋ + 1 Conv2d \"conv\" (padding 0)",
                        "28 = size of the field \"x\" Input \"x\""),
                causes.chain(features).stream()
                        .map(cause -> cause.line() + " " + cause.place())
                        .toList());
        assertEquals(
                Optional.of("2304 = 16 × 12 × 12, from Flatten \"flat\";"
                        + " 12 = ⌊(24 + 2·0 − 2) / 2⌋ + 1, since MaxPool2d \"pool\" has kernel_size 2."),
                causes.sentence(new Endpoint("flat", "output"), 1));
    }

    private static Layer lstm() {
        return Net.layer("LSTM", Map.of("hidden_size", 32, "bidirectional", true, "batch_first", true));
    }

    private static String last(Layer layer, Integer... sizes) {
        List<String> lines = lines(new Net().add("x", Net.input(sizes)).then("block", layer), "block");
        return lines.get(lines.size() - 1);
    }

    private static List<String> lines(Net net, String block) {
        return Causes.of(net.infer()).at(new Endpoint(block, "output")).stream()
                .map(Cause::sentence)
                .toList();
    }
}
