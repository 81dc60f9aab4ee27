package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.merge.Add;
import jimu.engine.layer.recurrent.LSTM;
import org.junit.jupiter.api.Test;

class HealingTest {
    private static final Document NET = Nets.net()
            .block("image", new Input())
            .block("conv", new Conv2d())
            .block("relu", new ReLU())
            .block("one", new ReLU())
            .block("two", new ReLU())
            .chain("image", "conv", "relu", "one")
            .wire("relu", "two", "input")
            .document();

    private static Set<Link> after(Document document, Selection gone) {
        return Healing.delete(document, gone).apply(document).graph().links();
    }

    @Test
    void everyWireOutOfTheBlockHeals() {
        assertEquals(
                Set.of(wire("image", "conv"), wire("conv", "one"), wire("conv", "two")),
                after(NET, Selection.of("relu")));
    }

    @Test
    void wiresHealOverSeveralBlocksInARow() {
        assertEquals(
                Set.of(wire("image", "one"), wire("image", "two")),
                after(NET, Selection.ofBlocks(Set.of("conv", "relu"))));
    }

    @Test
    void aWireThatIsDeletedTooDoesNotHeal() {
        Selection gone = new Selection(Set.of("relu"), Set.of(wire("relu", "one")));
        assertEquals(Set.of(wire("image", "conv"), wire("conv", "two")), after(NET, gone));
    }

    @Test
    void aBlockWithTwoInputsHealsNothing() {
        Document sum = Nets.net()
                .block("image", new Input())
                .block("add", new Add())
                .block("relu", new ReLU())
                .wire("image", "add", "input1")
                .wire("image", "add", "input2")
                .chain("add", "relu")
                .document();
        assertEquals(Set.of(), after(sum, Selection.of("add")));
    }

    @Test
    void aBlockThatIsReadAtTwoOutputsHealsNothing() {
        Document document = Nets.net()
                .block("series", new Input())
                .block("lstm", new LSTM())
                .block("one", new ReLU())
                .block("two", new ReLU())
                .chain("series", "lstm", "one")
                .document();
        Document both = new Edit.Connect(Link.of("lstm", "h_n", "two", "input")).apply(document);
        assertEquals(Set.of(wire("series", "one")), after(document, Selection.of("lstm")));
        assertEquals(Set.of(), after(both, Selection.of("lstm")));
    }

    private static Link wire(String from, String to) {
        return Link.of(from, "output", to, "input");
    }
}
