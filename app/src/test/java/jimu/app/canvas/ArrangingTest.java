package jimu.app.canvas;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.app.fx.HeldBackground;
import jimu.app.session.Nets;
import jimu.app.session.NewBlock;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.session.SourceDefaults;
import jimu.app.session.StepName;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Input;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrangingTest {
    private static final Document NET = Nets.net()
            .block("image", new Input(), 900, 0)
            .block("conv", new Conv2d(), 0, 0)
            .block("relu", new ReLU(), 0, 300)
            .chain("image", "conv", "relu")
            .document();

    private final HeldBackground background = new HeldBackground().hold();
    private final Session session = new Session();
    private final CanvasViewModel canvas =
            new CanvasViewModel(session, new NewBlock(session, SourceDefaults.NONE), background, Clipboard.inMemory());
    private final Arranging arranging = canvas.arranging();

    @BeforeEach
    void open() {
        session.openNew(NET, "net");
        canvas.viewport().resize(800, 600);
    }

    private Glide glide() {
        return arranging.glideProperty().get().orElseThrow();
    }

    private static double x(Map<String, Position> places, String block) {
        return requireNonNull(places.get(block)).x();
    }

    @Test
    void blocksGlideAndTheDocumentChangesOnceAtTheEnd() {
        arranging.start(Flow.RIGHTWARDS);
        assertTrue(arranging.computingProperty().get());
        background.doOne();
        assertFalse(arranging.computingProperty().get());
        assertEquals(NET, session.document());
        assertEquals(new Position(900, 0), glide().places(0).get("image"));
        Map<String, Position> end = glide().places(1);
        assertEquals((900 + x(end, "image")) / 2, x(glide().places(0.5), "image"), 1e-9);
        arranging.finish();
        assertEquals(end, session.document().layout());
        assertTrue(x(end, "image") < x(end, "conv"));
        assertTrue(x(end, "conv") < x(end, "relu"));
        assertEquals(
                Optional.of("arrange 3 blocks"),
                StepName.undoable(session.historyProperty().get()));
        session.undo();
        assertEquals(NET, session.document());
    }

    @Test
    void escapeWhilePlacesAreComputedLeavesEverything() {
        arranging.start(Flow.DOWNWARDS);
        canvas.escape();
        assertFalse(arranging.computingProperty().get());
        background.doOne();
        assertEquals(Optional.empty(), arranging.glideProperty().get());
        assertEquals(NET, session.document());
    }

    @Test
    void escapeWhileBlocksGlideBringsEverythingBack() {
        Viewport.Look look = canvas.viewport().look();
        arranging.start(Flow.RIGHTWARDS);
        background.doOne();
        canvas.viewport().show(glide().look(0.7));
        canvas.escape();
        assertEquals(Optional.empty(), arranging.glideProperty().get());
        assertEquals(look, canvas.viewport().look());
        assertEquals(NET, session.document());
        assertEquals(
                Optional.empty(), StepName.undoable(session.historyProperty().get()));
    }

    @Test
    void anEditMeanwhileGivesItUp() {
        arranging.start(Flow.RIGHTWARDS);
        session.apply(new Edit.Move(Map.of("relu", new Position(40, 400))));
        background.doOne();
        arranging.finish();
        assertEquals(new Position(40, 400), session.document().position("relu"));
        assertEquals(new Position(900, 0), session.document().position("image"));
    }

    @Test
    void aPressOnTheCanvasEndsTheGlideAtOnce() {
        arranging.start(Flow.RIGHTWARDS);
        background.doOne();
        Map<String, Position> end = glide().to();
        canvas.settle();
        assertEquals(end, session.document().layout());
    }

    @Test
    void onlySelectedBlocksAreArranged() {
        session.select(Selection.ofBlocks(List.of("conv", "relu")));
        arranging.start(Flow.DOWNWARDS);
        background.doOne();
        assertEquals(java.util.Set.of("conv", "relu"), glide().to().keySet());
        assertEquals(glide().lookFrom(), glide().lookTo());
    }
}
