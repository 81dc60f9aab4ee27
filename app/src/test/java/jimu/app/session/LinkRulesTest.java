package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import jimu.app.session.LinkCheck.Fits;
import jimu.app.session.LinkCheck.Marked;
import jimu.app.session.LinkCheck.Refused;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.norm.BatchNorm2d;
import org.junit.jupiter.api.Test;

class LinkRulesTest {
    private static final Document NET = Nets.net()
            .block("image", new Input())
            .block("label", new Target())
            .block("conv1", new Conv2d())
            .block("relu1", new ReLU())
            .block("flat", new Flatten())
            .block("conv2", new Conv2d())
            .block("bn", new BatchNorm2d())
            .chain("image", "conv1", "relu1", "flat")
            .document();

    private static LinkRules rules(Optional<Link> replaced) {
        return new LinkRules(NET, ShapeInference.infer(NET), replaced);
    }

    private static LinkCheck check(String from, String to) {
        return rules(Optional.empty()).check(PortEnd.output(from, "output"), PortEnd.input(to, "input"));
    }

    private static void assertRefused(String reason, LinkCheck check) {
        assertEquals(new Refused(reason), check);
    }

    @Test
    void aWireThatFitsTellsTheShapeAfterIt() {
        Fits fits = assertInstanceOf(Fits.class, check("relu1", "conv2"));
        assertEquals("N × 16 × 24 × 24", fits.output().orElseThrow().toString());
    }

    @Test
    void eitherEndMayComeFirst() {
        LinkCheck check =
                rules(Optional.empty()).check(PortEnd.input("conv2", "input"), PortEnd.output("relu1", "output"));
        assertInstanceOf(Fits.class, check);
    }

    @Test
    void twoOutputsAreRefused() {
        assertRefused(
                "Both are outputs; a wire runs from an output to an input.",
                rules(Optional.empty()).check(PortEnd.output("image", "output"), PortEnd.output("conv2", "output")));
    }

    @Test
    void aBlockIsNotWiredToItself() {
        assertRefused("conv2 cannot be wired to itself.", check("conv2", "conv2"));
    }

    @Test
    void anInputTakesOneWire() {
        assertRefused(
                "The input \"input\" of relu1 has a wire already; delete that one first.", check("image", "relu1"));
    }

    @Test
    void aWireThatIsThereIsNotMadeTwice() {
        assertRefused("This wire is there already.", check("image", "conv1"));
    }

    @Test
    void aCycleIsRefusedAndTold() {
        Document open = new Edit.Disconnect(Link.of("image", "output", "conv1", "input")).apply(NET);
        LinkRules rules = new LinkRules(open, ShapeInference.infer(open), Optional.empty());
        assertRefused(
                "This would close a cycle: conv1 → relu1 → flat.",
                rules.check(PortEnd.output("flat", "output"), PortEnd.input("conv1", "input")));
    }

    @Test
    void theWrongTypeOfNumberIsRefused() {
        assertRefused(
                "BatchNorm2d \"bn\" needs numbers of type float32 and gets int32 (N int32). "
                        + "It comes from Target \"label\": N int32.",
                check("label", "bn"));
        assertInstanceOf(Refused.class, check("label", "conv2"));
    }

    @Test
    void aShapeThatDoesNotFitIsMarked() {
        assertEquals(
                new Marked("Conv2d \"conv2\" needs a picture N × C × H × W and gets N × 10816. "
                        + "It comes from Conv2d \"conv1\" (out_channels 16, kernel_size 3): N × 16 × 26 × 26"
                        + " → Flatten \"flat\": N × 10816."),
                withoutInputOrigin(check("flat", "conv2")));
    }

    private static LinkCheck withoutInputOrigin(LinkCheck check) {
        return check instanceof Marked marked
                ? new Marked(marked.reason().replaceAll("Input \"image\"[^→]*→ ", ""))
                : check;
    }

    @Test
    void anEndPluggedInElsewhereLeavesItsOldPortFree() {
        Link old = Link.of("conv1", "output", "relu1", "input");
        LinkRules rules = rules(Optional.of(old));
        assertInstanceOf(Fits.class, rules.check(PortEnd.output("image", "output"), PortEnd.input("relu1", "input")));
        assertEquals(
                new Edit.Reconnect(old, Link.of("image", "output", "relu1", "input")),
                rules.edit(Link.of("image", "output", "relu1", "input")));
    }
}
