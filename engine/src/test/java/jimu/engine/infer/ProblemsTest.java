package jimu.engine.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.Net;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Graph;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Padding;
import jimu.engine.layer.Problem.Severity;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.norm.Dropout;
import jimu.engine.layer.pool.MaxPool2d;
import jimu.engine.shape.IntPair;
import org.junit.jupiter.api.Test;

/** What a person is told about a mistake: where it is, what was expected and found, whence it came and what helps. */
class ProblemsTest {
    private static final Linear TEN = new Linear();

    @Test
    void missingInput() {
        Net net = new Net().add("fc", TEN).add("x", Net.input(4)).add("loss", new CrossEntropyLoss(), "x");
        assertEquals(
                List.of(
                        "Linear \"fc\" has nothing at its input \"input\"; it needs a wire."
                                + " Pull a wire from an output to this input.",
                        "CrossEntropyLoss \"loss\" has nothing at its input \"target\"; it needs a wire."
                                + " Pull a wire from an output to this input."),
                net.problems());
    }

    @Test
    void wrongRank() {
        assertEquals(
                List.of(
                        "Conv2d \"conv\" needs a picture N × C × H × W and gets N × 784."
                                + " It comes from Input \"x\" (field x): N × 1 × 28 × 28"
                                + " → Flatten \"flat\": N × 784."
                                + " Connect an output with these four axes; rows of numbers need other layers, such as Linear."),
                new Net()
                        .add("x", Net.input(1, 28, 28))
                        .then("flat", new Flatten())
                        .then("conv", new Conv2d())
                        .problems());
    }

    @Test
    void aPinnedSizeThatDiffersIsTracedToItsOrigin() {
        Net net = new Net()
                .add("x", Net.input(6, 8, 8))
                .then(
                        "conv2",
                        new Conv2d(
                                Size.AUTO,
                                16,
                                IntPair.of(7),
                                IntPair.of(1),
                                new Padding.Sides(IntPair.of(2)),
                                IntPair.of(1),
                                1,
                                true))
                .then("relu", new ReLU())
                .then("flat", new Flatten())
                .then("fc1", new Linear(Size.of(400), 120, true));
        assertEquals(
                List.of(
                        "Linear \"fc1\" is pinned to 400 input features and gets 576 (N × 576)."
                                + " 576 = 16 × 6 × 6, from Flatten \"flat\"; 6 = ⌊(8 + 2·2 − 7) / 1⌋ + 1, since Conv2d \"conv2\" has padding 2."
                                + " Let in_features follow the input, or change the blocks before it until 400 features arrive."),
                net.problems());
    }

    @Test
    void cycle() {
        Net net = new Net()
                .add("x", Net.input(4))
                .add("a", new ReLU())
                .add("b", new ReLU(), "a")
                .link("b", "a", "input")
                .add("c", new ReLU(), "b");
        assertEquals(
                List.of(
                        "ReLU \"a\" reads its own output, round a → b → a; a network has no cycle."
                                + " Delete one of the wires of the cycle.",
                        "ReLU \"b\" reads its own output, round b → a → b; a network has no cycle."
                                + " Delete one of the wires of the cycle."),
                net.problems());
    }

    @Test
    void secondWireIntoAPort() {
        assertEquals(
                List.of("Linear \"fc\" has 2 wires at its input \"input\" (from x, z) where one wire is allowed."
                        + " Delete all of them but one."),
                new Net()
                        .add("x", Net.input(4))
                        .add("z", Net.input(4))
                        .add("fc", TEN, "x")
                        .link("z", "fc", "input")
                        .problems());
    }

    @Test
    void cannotTrainWithoutALoss() {
        Inference inference = new Net().add("x", Net.input(4)).then("fc", TEN).infer();
        assertEquals(List.of(), inference.findings(Severity.SHAPE));
        assertEquals(
                List.of("The network has no loss, so it can be checked and exported, but not trained."
                        + " Add a loss, such as CrossEntropyLoss, and connect the prediction and a Target to it."),
                inference.findings(Severity.CANNOT_TRAIN).stream()
                        .map(Net::sentence)
                        .toList());
    }

    @Test
    void anEmptyNetworkHasNoProblemYet() {
        assertEquals(List.of(), new Net().infer().findings());
    }

    @Test
    void kernelLargerThanItsInput() {
        assertEquals(
                List.of(
                        "MaxPool2d \"pool\" has a window of 2 × 2 where at most 1 × 1 fits into its input N × 16 × 1 × 1"
                                + " with its padding."
                                + " 1 = ⌊(2 + 2·0 − 2) / 2⌋ + 1, since MaxPool2d \"half\" has kernel_size 2."
                                + " Choose a smaller kernel_size or dilation, more padding, or less pooling before it."),
                new Net()
                        .add("x", Net.input(1, 4, 4))
                        .then("conv", new Conv2d())
                        .then("half", new MaxPool2d())
                        .then("pool", new MaxPool2d())
                        .problems());
    }

    @Test
    void parametersOutOfRange() {
        assertEquals(
                List.of(
                        "Dropout \"drop\": p must be between 0 and 1, but is 1.5."
                                + " Give p a value that is between 0 and 1.",
                        "Linear \"fc\": out_features must be 1 or more, but is 0."
                                + " Give out_features a value that is 1 or more."),
                new Net()
                        .add("x", Net.input(4))
                        .add("drop", new Dropout(1.5), "x")
                        .add("fc", new Linear(Size.AUTO, 0, true), "x")
                        .problems());
    }

    @Test
    void nameNotUnique() {
        assertEquals(
                List.of("ReLU \"fc\" has the same name as a Linear before it; every block needs a name of its own."
                        + " Rename it, for example to \"fc3\"."),
                sentences(document(block("b1", "fc", TEN), block("b2", "fc2", TEN), block("b3", "fc", new ReLU())), 3));
    }

    @Test
    void nameThatIsNoIdentifier() {
        assertEquals(
                List.of("Linear \"my layer\" needs a name that can stand in Python code:"
                        + " letters, digits and underscores, no digit first. Rename the block."),
                sentences(document(block("b1", "my layer", TEN)), 1));
    }

    @Test
    void aWireFromAnOutputThatIsNotThere() {
        assertEquals(
                List.of("Linear \"fc\" reads the output \"mask\" of Input \"x\", which only has output."
                        + " Connect the wire to one of these: output."),
                new Net()
                        .add("x", Net.input(4))
                        .add("fc", TEN)
                        .link("x.mask", "fc", "input")
                        .problems());
    }

    @Test
    void aWireIntoAnInputThatIsNotThere() {
        assertEquals(
                List.of("Linear \"fc\" has no input \"state\"; it has input."
                        + " Delete the wire and connect it to an input that exists."),
                new Net()
                        .add("x", Net.input(4))
                        .add("fc", TEN, "x")
                        .link("x", "fc", "state")
                        .problems());
    }

    @Test
    void sizesBeyondCounting() {
        Integer most = Integer.MAX_VALUE;
        assertEquals(
                List.of("Input \"x\" would be too large: 2⁶³ or more elements where fewer than 2⁶³ can be counted."
                        + " Choose smaller sizes."),
                new Net().add("x", Net.input(most, most, most)).problems());
    }

    @Test
    void whatFollowsAMistakeIsNoMistake() {
        Inference inference = new Net()
                .add("x", Net.input(4))
                .then("pool", new MaxPool2d())
                .then("flat", new Flatten())
                .then("fc", TEN)
                .infer();
        assertEquals(1, inference.findings(Severity.SHAPE).size());
        assertEquals(
                Map.of(
                        "flat", new BlockState.Blocked(Set.of("pool")),
                        "fc", new BlockState.Blocked(Set.of("flat"))),
                Map.of(
                        "flat",
                        inference.states().get("flat"),
                        "fc",
                        inference.states().get("fc")));
    }

    @Test
    void definitionsThatAreMissingOrWithinThemselves() {
        assertEquals(
                List.of("stage \"s\" uses the definition \"stage\", which the document does not have."
                        + " Delete the block, or add the definition to the document."),
                new Net().add("x", Net.input(4)).thenUse("s", "stage", 1).problems());
        Net inside = new Net().add("a", new ReLU()).thenUse("again", "stage", 1);
        assertEquals(
                List.of("stage \"again\" puts a definition into itself, round stage → stage;"
                        + " a definition holds other definitions only."
                        + " Take the block out of the definition that it uses."),
                new Net()
                        .define("stage", inside, "a", "a")
                        .add("x", Net.input(4))
                        .thenUse("s", "stage", 1)
                        .problems());
    }

    @Test
    void theOwnerOfSharedWeightsIsGone() {
        assertEquals(
                List.of("Linear \"twin\" is to use the weights of a block that is not there any more."
                        + " Choose another block whose weights it uses, or let it have its own."),
                new Net().add("x", Net.input(4)).sharing("twin", TEN, "fc", "x").problems());
    }

    @Test
    void weightsAreNotSharedInACircle() {
        assertEquals(
                List.of(
                        "Linear \"a\" is to use the weights of \"b\", which is not a Linear with weights of its own."
                                + " Choose another block of the same type, or let it have its own weights.",
                        "Linear \"b\" is to use the weights of \"a\", which is not a Linear with weights of its own."
                                + " Choose another block of the same type, or let it have its own weights."),
                new Net()
                        .add("x", Net.input(4))
                        .sharing("a", TEN, "b", "x")
                        .sharing("b", TEN, "a", "x")
                        .problems());
    }

    @Test
    void weightsThatCannotBeShared() {
        Net unlike = new Net().add("x", Net.input(4)).add("fc", TEN, "x").sharing("relu", new ReLU(), "fc", "x");
        assertEquals(
                List.of("ReLU \"relu\" is to use the weights of \"fc\", which is not a ReLU with weights of its own."
                        + " Choose another block of the same type, or let it have its own weights."),
                unlike.problems());
        Net other = new Net()
                .add("x", Net.input(4))
                .add("z", Net.input(5))
                .add("fc", TEN, "x")
                .sharing("twin", TEN, "fc", "z");
        assertEquals(
                List.of("Linear \"twin\" is to use the weights of Linear \"fc\", but needs weight 10 × 5, bias 10"
                        + " where that one has weight 10 × 4, bias 10."
                        + " Give both the same sizes and inputs, or let it have its own weights."),
                other.problems());
    }

    private static List<String> sentences(Document document, int unconnected) {
        List<String> all = ShapeInference.infer(document).findings(Severity.SHAPE).stream()
                .map(Net::sentence)
                .toList();
        return all.subList(0, all.size() - unconnected);
    }

    private static Block block(String id, String name, Layer layer) {
        return Block.of(id, name, new Content.Of(layer));
    }

    private static Document document(Block... blocks) {
        return Document.EMPTY.withGraph(Graph.of(List.of(blocks), List.of()));
    }
}
