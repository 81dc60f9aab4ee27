package jimu.engine.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Padding;
import jimu.engine.layer.Size;
import jimu.engine.layer.Source;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.shape.IntPair;
import org.junit.jupiter.api.Test;

class FormulaTest {
    @Test
    void numbersStandForParametersAndAxes() {
        Layer conv = new Conv2d(
                Size.AUTO,
                33,
                new IntPair(3, 5),
                new IntPair(2, 1),
                new Padding.Sides(new IntPair(4, 2)),
                IntPair.of(1),
                1,
                true);
        assertEquals(
                List.of(
                        new Formula(
                                "H' = ⌊(H + 2·padding[0] − dilation[0]·(kernel_size[0] − 1) − 1) / stride[0]⌋ + 1",
                                "H' = ⌊(50 + 2·4 − 1·(3 − 1) − 1) / 2⌋ + 1 = 28"),
                        new Formula(
                                "W' = ⌊(W + 2·padding[1] − dilation[1]·(kernel_size[1] − 1) − 1) / stride[1]⌋ + 1",
                                "W' = ⌊(100 + 2·2 − 1·(5 − 1) − 1) / 1⌋ + 1 = 100"),
                        new Formula(
                                "parameters = out_channels·in_channels/groups·kernel_size[0]·kernel_size[1]"
                                        + " + out_channels",
                                "parameters = 33·16/1·3·5 + 33 = 7953")),
                formulas(conv, 16, 50, 100));
    }

    @Test
    void namesAloneNeedNoInputs() {
        assertEquals(
                List.of("y = x Wᵀ + b: x[-1] numbers in, out_features out", "parameters = in_features·out_features"),
                Formula.general(new Linear(Size.AUTO, 30, false)));
    }

    @Test
    void everyLayerSaysWhatBecomesOfTheShape() {
        assertEquals(
                List.of(),
                LayerCatalog.all().stream()
                        .map(LayerSchema::type)
                        .filter(type -> Formula.shapeRule(type).isEmpty())
                        .toList());
    }

    @Test
    void aLineCountsOnlyUnderItsCondition() {
        assertEquals(
                "parameters = 20·30 = 600",
                formulas(new Linear(Size.AUTO, 30, false), 20).get(1).filled());
        Layer same =
                new Conv2d(Size.AUTO, 4, IntPair.of(3), IntPair.of(1), new Padding.Same(), IntPair.of(1), 1, false);
        assertEquals("H' = H = 9", formulas(same, 3, 9, 8).get(0).filled());
    }

    @Test
    void axesThatAreJoinedStandAsAProduct() {
        assertEquals(
                List.of(new Formula("features = x[start_dim:end_dim]", "features = 16·5·5 = 400")),
                formulas(new Flatten(), 16, 5, 5));
    }

    @Test
    void everyLayerHasAFormulaForEachOfItsExamples() {
        List<String> without = new ArrayList<>();
        for (LayerSchema schema : LayerCatalog.all()) {
            if (!(schema.defaults() instanceof Source)) {
                LayerExamples.of(schema.defaults().getClass())
                        .filter(example -> of(example).isEmpty())
                        .forEach(example -> without.add(example.toString()));
            }
        }
        assertEquals(List.of(), without);
    }

    private static List<Formula> of(LayerExample example) {
        Net net = new Net();
        List<String> names = new ArrayList<>();
        example.inputs().forEach(input -> {
            names.add("x" + names.size());
            net.add("x" + (names.size() - 1), input);
        });
        net.add("block", example.layer(), names.toArray(String[]::new));
        return Formula.of(
                example.layer(), net.infer().known("block").orElseThrow(), OptionalLong.of(example.samples()));
    }

    private static List<Formula> formulas(Layer layer, Integer... sizes) {
        Net net = new Net().add("x", Net.input(sizes)).then("block", layer);
        return Formula.of(layer, net.infer().known("block").orElseThrow(), OptionalLong.empty());
    }
}
