package jimu.engine.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.Net;
import jimu.engine.graph.Expansion;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Problem.Severity;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.LogSoftmax;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.activation.Sigmoid;
import jimu.engine.layer.activation.Softmax;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Identity;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Reshape;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.BCELoss;
import jimu.engine.layer.loss.BCEWithLogitsLoss;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.loss.MSELoss;
import jimu.engine.layer.loss.NLLLoss;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

/** What a person is told of a loss whose predictions are no numbers of the kind it takes. */
class LossHintsTest {
    private static final Target NUMBERS = new Target("y", List.of(3), 0, DType.FLOAT32);
    private static final Target CLASS = Net.label();

    @Test
    void probabilitiesAreMissing() {
        assertEquals(
                List.of("BCELoss \"loss\" needs probabilities and gets logits (any numbers), from ReLU \"block1\";"
                        + " it has no sigmoid of its own."
                        + " Put a Sigmoid before it, or use BCEWithLogitsLoss, which has one in it."),
                hints(new BCELoss(), NUMBERS, new Sigmoid(), new ReLU()));
    }

    @Test
    void probabilitiesMayComeThroughBlocksThatOnlyMoveNumbers() {
        assertEquals(
                List.of(),
                hints(
                        new BCELoss(),
                        NUMBERS,
                        new Sigmoid(),
                        new Reshape(List.of(3, 1)),
                        new Flatten(),
                        new Identity()));
        assertEquals(List.of(), hints(new BCELoss(), NUMBERS, Net.layer("Hardsigmoid", Map.of())));
    }

    @Test
    void aSigmoidTwice() {
        assertEquals(
                List.of("BCEWithLogitsLoss \"loss\" needs logits (any numbers) and gets probabilities,"
                        + " from Sigmoid \"block0\"; it has a sigmoid of its own, and two in a row learn slowly and badly."
                        + " Delete Sigmoid \"block0\", or use BCELoss, which has no sigmoid in it."),
                hints(new BCEWithLogitsLoss(), NUMBERS, new Sigmoid(), new Identity()));
        assertEquals(List.of(), hints(new BCEWithLogitsLoss(), NUMBERS));
    }

    @Test
    void aLogarithmIsMissing() {
        assertEquals(
                List.of("NLLLoss \"loss\" needs logarithms of probabilities and gets probabilities,"
                        + " from Softmax \"block0\"; it has no softmax of its own."
                        + " Put a LogSoftmax before it, or use CrossEntropyLoss, which has one in it."),
                hints(new NLLLoss(), CLASS, new Softmax(1)));
        assertEquals(1, hints(new NLLLoss(), CLASS).size());
        assertEquals(List.of(), hints(new NLLLoss(), CLASS, new LogSoftmax(1), new Flatten()));
    }

    @Test
    void aSoftmaxTwice() {
        assertEquals(
                List.of(
                        "CrossEntropyLoss \"loss\" needs logits (any numbers) and gets probabilities,"
                                + " from Softmax \"block0\"; it has a softmax of its own,"
                                + " and after numbers between 0 and 1 it learns slowly and badly."
                                + " Delete Softmax \"block0\"; when probabilities are wanted, a softmax can follow beside the loss."),
                hints(new CrossEntropyLoss(), CLASS, new Softmax(1)));
        assertEquals(List.of(), hints(new CrossEntropyLoss(), CLASS, new ReLU()));
    }

    @Test
    void aLogarithmTwiceDoesNoHarm() {
        assertEquals(
                List.of(
                        "CrossEntropyLoss \"loss\" needs logits (any numbers) and gets logarithms of"
                                + " probabilities, from LogSoftmax \"block0\"; it has a LogSoftmax of its own, so that one is"
                                + " computed for nothing. Delete LogSoftmax \"block0\", or use NLLLoss, which has no softmax in it."),
                hints(new CrossEntropyLoss(), CLASS, new LogSoftmax(1)));
    }

    @Test
    void otherLossesTakeWhatComes() {
        assertEquals(List.of(), hints(new MSELoss(), NUMBERS, new Sigmoid()));
    }

    @Test
    void aHintGoesWhenAWireBeforeItIsMoved() {
        Net net = new Net().add("x", Net.input(3)).then("soft", new Softmax(1)).then("flat", new Flatten());
        net.add("y", CLASS).add("loss", new CrossEntropyLoss(), "flat", "y");
        Inference before = net.infer();
        Net moved = new Net().add("x", Net.input(3)).add("soft", new Softmax(1), "x");
        moved.add("flat", new Flatten(), "x").add("y", CLASS).add("loss", new CrossEntropyLoss(), "flat", "y");
        Inference after = ShapeInference.infer(Expansion.of(moved.document()), Optional.of(before));
        assertEquals(1, before.findings(Severity.HINT).size());
        assertEquals(List.of(), after.findings(Severity.HINT));
    }

    /** The hints of a network that ends in three logits, some layers and a loss. */
    private static List<String> hints(Layer loss, Target target, Layer... between) {
        Net net = new Net().add("x", Net.input(4)).then("fc", new Linear(Size.AUTO, 3, true));
        String last = "fc";
        for (int i = 0; i < between.length; i++) {
            last = "block" + i;
            net.then(last, between[i]);
        }
        Inference inference = net.add("y", target).add("loss", loss, last, "y").infer();
        assertEquals(List.of(), inference.findings(Severity.SHAPE));
        return inference.findings(Severity.HINT).stream().map(Net::sentence).toList();
    }
}
