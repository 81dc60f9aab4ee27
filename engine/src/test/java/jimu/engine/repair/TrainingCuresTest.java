package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.Net;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.activation.Sigmoid;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.BCELoss;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class TrainingCuresTest {
    private static final Document DOCUMENT = new Net()
            .add("x", Net.input(4))
            .then("fc1", new Linear(Size.AUTO, 8, true))
            .then("relu", new ReLU())
            .then("fc2", new Linear(Size.AUTO, 1, true))
            .then("sigmoid", new Sigmoid())
            .add("y", new Target("y", List.of(1), 0, DType.FLOAT32))
            .add("loss", new BCELoss(), "sigmoid", "y")
            .document();

    @Test
    void anOverflowIsMetBySmallerStepsClippingOrALossThatTakesLogits() {
        assertEquals(
                List.of(
                        "BCEWithLogitsLoss in place of sigmoid and BCELoss",
                        "learning rate 0.001 → 0.0001",
                        "gradient clipping none → norm ≤ 1"),
                texts("diverged.overflow", "fc2"));
    }

    @Test
    void theLossThatTakesLogitsTakesThemFromBeforeTheSigmoid() {
        Document safer = applied("diverged.loss", "loss", 0);
        assertEquals(Optional.empty(), safer.graph().block("sigmoid"));
        Inference inference = ShapeInference.infer(safer);
        assertEquals(List.of(), inference.findings());
        assertEquals(
                "BCEWithLogitsLoss", inference.graph().require("loss").layer().type());
    }

    @Test
    void clippingIsNotOfferedTwice() {
        Document clipped = DOCUMENT.withTraining(
                DOCUMENT.training().withClipping(Optional.of(new Choice("ClipGradNorm", Map.of("max_norm", 1.0)))));
        assertEquals(
                List.of("learning rate 0.001 → 0.0001"),
                offers(clipped, "health.growing", "fc2").stream()
                        .map(offer -> offer.repair().text())
                        .toList());
    }

    @Test
    void aDeadReluMayBecomeALeakyOne() {
        Document leaky = applied("health.dead", "relu", 0);
        assertEquals(
                "LeakyReLU",
                ShapeInference.infer(leaky).graph().require("relu").layer().type());
    }

    @Test
    void aRateIsSetForTheWholeDocument() {
        Document slower = applied("health.dead", "relu", 1);
        assertEquals(1e-4, slower.training().optimizer().arguments().getOrDefault("lr", 0));
        assertEquals(DOCUMENT.graph(), slower.graph());
    }

    @Test
    void overfittingIsMetByStoppingEarlyWithTheBestWeights() {
        Document stopping = applied("health.overfitting", "loss", 0);
        assertEquals(
                3, stopping.training().validation().stopping().orElseThrow().patience());
    }

    private static Document applied(String key, String path, int which) {
        Repair repair = offers(DOCUMENT, key, path).get(which).repair();
        return repair.whole(repair.edit()).apply(DOCUMENT);
    }

    private static List<String> texts(String key, String path) {
        return offers(DOCUMENT, key, path).stream()
                .map(offer -> offer.repair().text())
                .toList();
    }

    private static List<Offer> offers(Document document, String key, String path) {
        Finding finding = new Finding(Problem.hint(key, "", "", "", "", "", ""), path, List.of(path), path, "");
        return new Repairs(document, ShapeInference.infer(document), Optional.empty()).of(finding);
    }
}
