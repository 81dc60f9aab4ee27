package jimu.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jimu.engine.Net;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.shape.TensorShape;
import org.junit.jupiter.api.Test;

class ExportedNetworkTest {
    private static final Linear PINNED = new Linear(Size.of(7), 2, true);

    @Test
    void chainsStayInOnePieceAndSourcesStandApart() throws ExportException {
        Inference inference = new Net()
                .add("image", new Input())
                .add("left1", new ReLU(), "image")
                .add("right1", new ReLU(), "image")
                .add("left2", new ReLU(), "left1")
                .add("right2", new ReLU(), "right1")
                .infer();
        ExportedNetwork network = export(inference);
        assertEquals(List.of("left1", "left2", "right1", "right2"), paths(network.blocks()));
        assertEquals(List.of("image"), paths(network.sources()));
        assertEquals(List.of(new Endpoint("left2", "output"), new Endpoint("right2", "output")), network.outputs());
    }

    @Test
    void lossesTargetsAndUnfinishedCornersFallAway() throws ExportException {
        Inference inference = new Net()
                .add("image", new Input())
                .add("label", new Target())
                .add("flat", new Flatten(), "image")
                .add("fc", new Linear(), "flat")
                .add("loss", new CrossEntropyLoss(), "fc", "label")
                .add("lost", new ReLU())
                .add("corner", PINNED, "flat")
                .infer();
        assertEquals(List.of("flat", "fc"), paths(export(inference).blocks()));
        assertEquals(List.of("loss"), paths(export(inference).losses()));
    }

    @Test
    void anEmptyModelHasNoOutputs() {
        assertEquals(
                "The model has no outputs to export yet; add an Input and at least one layer after it.",
                refusal(new Net().infer()));
        assertEquals(
                "The model has no outputs to export yet; add an Input and at least one layer after it.",
                refusal(new Net().add("image", new Input()).infer()));
    }

    @Test
    void aWrongBlockBeforeTheOutputIsNamed() {
        Inference inference = new Net()
                .add("image", new Input())
                .add("flat", new Flatten(), "image")
                .add("fc", PINNED, "flat")
                .add("relu", new ReLU(), "fc")
                .infer();
        assertRefusedForItsFinding(inference);
        assertEquals("fc", inference.findings().get(0).path());
    }

    @Test
    void aLossWhosePredictionIsUnknownStopsTheExportOfOtherEnds() {
        Inference inference = new Net()
                .add("image", new Input())
                .add("label", new Target())
                .add("flat", new Flatten(), "image")
                .add("other", new Linear(), "flat")
                .add("fc", PINNED, "flat")
                .add("loss", new CrossEntropyLoss(), "fc", "label")
                .infer();
        assertRefusedForItsFinding(inference);
    }

    @Test
    void aNameThatIsTakenIsAProblemOnTheWay() {
        Inference inference = new Net()
                .add("image", new Input())
                .add("2nd", new ReLU(), "image")
                .infer();
        assertRefusedForItsFinding(inference);
    }

    @Test
    void weightsThatDoNotFitAreNamed() {
        Inference inference = new Net()
                .add("image", new Input())
                .add("conv", new Conv2d(), "image")
                .infer();
        WeightSnapshot right = WeightSnapshot.initial(inference, 1);
        Map<String, Weight> missing = new LinkedHashMap<>(right.arrays());
        Weight bias = Objects.requireNonNull(missing.remove("conv.bias"));
        assertEquals(
                "The weights do not fit the model: conv.bias is missing, which Conv2d \"conv\" needs.",
                refusal(inference, new WeightSnapshot(missing)));
        missing.put("conv.bias", new Weight(TensorShape.of(3), new float[3], bias.kind()));
        assertEquals(
                "The weights do not fit the model: conv.bias should be 16, but is 3.",
                refusal(inference, new WeightSnapshot(missing)));
    }

    private static void assertRefusedForItsFinding(Inference inference) {
        assertEquals(
                "The model cannot be exported before this is right: "
                        + inference.findings().get(0).message(),
                refusal(inference));
    }

    private static ExportedNetwork export(Inference inference) throws ExportException {
        return ExportedNetwork.of(inference, WeightSnapshot.initial(inference, 1));
    }

    private static String refusal(Inference inference) {
        return refusal(inference, WeightSnapshot.initial(inference, 1));
    }

    private static String refusal(Inference inference, WeightSnapshot weights) {
        return String.valueOf(assertThrows(ExportException.class, () -> ExportedNetwork.of(inference, weights))
                .getMessage());
    }

    private static List<String> paths(List<FlatBlock> blocks) {
        return blocks.stream().map(FlatBlock::path).toList();
    }
}
