package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;
import jimu.engine.infer.Inference;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Input;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Document NET = Nets.net()
            .block("image", new Input())
            .block("conv", new Conv2d())
            .chain("image", "conv")
            .document();
    private static final Edit WIDER = new Edit.SetParameter("conv", "out_channels", 32L);
    private static final Edit MOVED = new Edit.Move(Map.of("conv", new Position(8, 16)));

    private final Session session = new Session();

    @Test
    void anEditChangesDocumentAndShapes() {
        session.openNew(NET, "net");
        session.apply(WIDER);
        assertEquals(WIDER.apply(NET), session.document());
        assertEquals(
                "N × 32 × 26 × 26",
                session.inference().known("conv").orElseThrow().output().toString());
    }

    @Test
    void undoAndRedoGoBackAndForth() {
        session.openNew(NET, "net");
        session.apply(WIDER);
        session.undo();
        assertEquals(NET, session.document());
        session.redo();
        assertEquals(WIDER.apply(NET), session.document());
    }

    @Test
    void aPreviewShowsButDoesNotChange() {
        session.openNew(NET, "net");
        session.preview(WIDER);
        assertEquals(WIDER.apply(NET), session.document());
        assertEquals(NET, session.present());
        assertFalse(session.dirtyProperty().get());
        session.endPreview();
        assertEquals(NET, session.document());
        assertTrue(session.historyProperty().get().undoable().isEmpty());
    }

    @Test
    void previewsAndTheEditAfterThemAreOneStep() {
        session.openNew(NET, "net");
        session.preview(new Edit.SetParameter("conv", "out_channels", 20L));
        session.preview(WIDER);
        session.apply(WIDER);
        session.undo();
        assertEquals(NET, session.document());
    }

    @Test
    void movingABlockKeepsTheInference() {
        session.openNew(NET, "net");
        Inference before = session.inference();
        session.apply(MOVED);
        assertSame(before, session.inference());
    }

    @Test
    void itIsDirtyWhileItDiffersFromWhatWasSaved() {
        session.openNew(NET, "net");
        assertFalse(session.dirtyProperty().get());
        session.apply(MOVED);
        assertTrue(session.dirtyProperty().get());
        session.undo();
        assertFalse(session.dirtyProperty().get());
        session.redo();
        session.saved(session.present(), Path.of("a.jimu"));
        assertFalse(session.dirtyProperty().get());
        assertEquals(Optional.of(Path.of("a.jimu")), session.file());
    }

    @Test
    void aChangeWhileSavingLeavesItDirty() {
        session.openNew(NET, "net");
        Document written = session.present();
        session.apply(WIDER);
        session.saved(written, Path.of("a.jimu"));
        assertTrue(session.dirtyProperty().get());
    }

    @Test
    void theSelectionLosesWhatIsGone() {
        session.openNew(NET, "net");
        session.select(Selection.allOf(NET.graph()));
        session.apply(new Edit.Remove(Set.of("conv"), Set.of()));
        assertEquals(Selection.of("image"), session.selection());
    }

    @Test
    void listenersFindEverythingCurrent() {
        session.openNew(NET, "net");
        List<String> seen = new ArrayList<>();
        session.documentProperty()
                .addListener((value, old, now) ->
                        seen.add("document " + session.inference().known("conv").isPresent()));
        session.inferenceProperty()
                .addListener((value, old, now) -> seen.add(
                        "inference " + session.document().graph().links().size()));
        session.apply(new Edit.Remove(Set.of("image"), Set.of()));
        assertEquals(List.of("inference 0", "document false"), seen);
    }

    @Test
    void aListenerMayNotChangeIt() {
        session.openNew(NET, "net");
        List<Throwable> thrown = new ArrayList<>();
        session.documentProperty()
                .addListener((value, old, now) ->
                        thrown.add(assertThrows(IllegalStateException.class, () -> session.apply(MOVED))));
        session.apply(WIDER);
        assertEquals(1, thrown.size());
    }

    @Test
    void closingLeavesNothing() {
        session.open(NET, Path.of("a.jimu"));
        session.close();
        assertFalse(session.openProperty().get());
        assertEquals(Document.EMPTY, session.document());
        assertEquals(Optional.empty(), session.file());
    }
}
