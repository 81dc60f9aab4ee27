package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.app.canvas.OriginViewModel.Card;
import jimu.app.canvas.OriginViewModel.Line;
import jimu.app.fx.Background;
import jimu.app.session.Nets;
import jimu.app.session.NewBlock;
import jimu.app.session.PortEnd;
import jimu.app.session.Session;
import jimu.app.session.SourceDefaults;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OriginViewModelTest {
    private static final PortRef OUTPUT = new PortRef("relu", "output");
    private static final Line BATCH = new Line("N", "samples in a batch", "Input \"image\"");
    private static final Line CHANNELS = new Line("16", "out_channels", "Conv2d \"conv\"");

    private final Session session = new Session();
    private final CanvasViewModel canvas = new CanvasViewModel(
            session, new NewBlock(session, SourceDefaults.NONE), Background.onCurrentThread(), Clipboard.inMemory());
    private final OriginViewModel origins = new OriginViewModel(canvas);

    @BeforeEach
    void open() {
        session.openNew(
                Nets.net()
                        .block("image", new Input(), 0, 0)
                        .block("conv", new Conv2d(), 304, 0)
                        .block("relu", new ReLU(), 608, 0)
                        .block("fc", new Linear(), 912, 0)
                        .block("loose", new Linear(), 912, 300)
                        .chain("image", "conv", "relu", "fc")
                        .document(),
                "net");
    }

    private static Card card(String size, String how, String setting) {
        Line side = new Line(size, how, "Conv2d \"conv\" (padding " + setting + ")");
        return new Card("relu.output: N × 16 × " + size + " × " + size, List.of(BATCH, CHANNELS, side, side));
    }

    private Pointer at(double x, double y) {
        return Pointer.at(canvas.viewport(), x, y);
    }

    @Test
    void eachSizeHasALineWithItsNumbersAndTheBlockThatMadeIt() {
        origins.show(OUTPUT);
        assertEquals(
                Optional.of(card("26", "⌊(28 + 2·0 − 3) / 1⌋ + 1", "0")),
                origins.cardProperty().get());
        origins.hide();
        assertEquals(Optional.empty(), origins.cardProperty().get());
    }

    @Test
    void theCardFollowsAParameterWhileItIsBeingChanged() {
        origins.show(OUTPUT);
        session.preview(new Edit.SetParameter("conv", "padding", 2L));
        assertEquals(
                Optional.of(card("30", "⌊(28 + 2·2 − 3) / 1⌋ + 1", "2")),
                origins.cardProperty().get());
        session.endPreview();
        assertEquals(
                Optional.of(card("26", "⌊(28 + 2·0 − 3) / 1⌋ + 1", "0")),
                origins.cardProperty().get());
    }

    @Test
    void whatIsNotKnownIsSaidToBeSo() {
        origins.show(new PortRef("loose", "output"));
        assertEquals(
                Optional.of(new Card("loose.output: not known yet", List.of())),
                origins.cardProperty().get());
    }

    @Test
    void aBlockThatIsDeletedHasNoCard() {
        origins.show(OUTPUT);
        session.apply(new Edit.Remove(
                Set.of("relu"),
                Set.of(Link.of("conv", "output", "relu", "input"), Link.of("relu", "output", "fc", "input"))));
        assertEquals(Optional.empty(), origins.cardProperty().get());
    }

    @Test
    void wiresLabelsAndOutputsMeanTheOutputTheyComeFrom() {
        Link wire = Link.of("conv", "output", "relu", "input");
        Optional<PortRef> from = Optional.of(wire.from());
        assertEquals(from, origins.output(new Spot.OnWire(wire), at(0, 0)));
        assertEquals(from, origins.output(new Spot.OnPort(PortEnd.output("conv", "output")), at(0, 0)));
        assertEquals(Optional.empty(), origins.output(new Spot.OnPort(PortEnd.input("relu", "input")), at(0, 0)));
        assertEquals(Optional.empty(), origins.output(new Spot.OnBlock("conv"), at(0, 0)));
        double middle = (304 + 152 + 608) / 2.0;
        assertEquals(from, origins.output(new Spot.OnCanvas(), at(middle + 30, 40 + 8)));
        assertEquals(Optional.empty(), origins.output(new Spot.OnCanvas(), at(middle + 30, 40 + 12)));
    }

    @Test
    void whoCannotSeeTheCardIsToldTheSameInSentences() {
        assertEquals("""
                N = samples in a batch, from Input "image"
                16 = out_channels of Conv2d "conv"
                26 = ⌊(28 + 2·0 − 3) / 1⌋ + 1, since Conv2d "conv" has padding 0
                26 = ⌊(28 + 2·0 − 3) / 1⌋ + 1, since Conv2d "conv" has padding 0""", origins.told(OUTPUT));
    }
}
