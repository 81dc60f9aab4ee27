package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.app.session.Groups;
import jimu.app.session.Nets;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.session.StepName;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.layer.Layer;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.activation.Sigmoid;
import jimu.engine.layer.core.Input;
import org.junit.jupiter.api.Test;

/** Groups go from window to window with all that they hold; the clipboard is text. */
class PastingTest {
    private final Session session = new Session();
    private final Pasting pasting = new Pasting(session, new Viewport(), new TextClipboard());

    private static final class TextClipboard implements Clipboard {
        private String text = "";

        @Override
        public void put(Document piece) {
            text = DocumentFile.write(piece);
        }

        @Override
        public boolean mayHoldPiece() {
            return !text.isEmpty();
        }

        @Override
        public Optional<Document> get() {
            try {
                return Optional.of(DocumentFile.read(text));
            } catch (FileException e) {
                return fail(e);
            }
        }
    }

    @Test
    void pastingIsPossibleOnceTheClipboardWasSeenToHoldAPiece() {
        Clipboard clipboard = Clipboard.inMemory();
        Pasting here = new Pasting(session, new Viewport(), clipboard);
        assertFalse(here.possibleProperty().get());
        clipboard.put(Document.EMPTY);
        assertFalse(here.possibleProperty().get());
        here.look();
        assertTrue(here.possibleProperty().get());
    }

    @Test
    void whatIsAskedWhileTheClipboardAnswersIsNotAskedAgain() {
        List<Pasting> asked = new ArrayList<>();
        Clipboard clipboard = new Clipboard() {
            @Override
            public void put(Document piece) {}

            @Override
            public Optional<Document> get() {
                return Optional.empty();
            }

            @Override
            public boolean mayHoldPiece() {
                asked.forEach(Pasting::look);
                return true;
            }
        };
        Pasting here = new Pasting(session, new Viewport(), clipboard);
        asked.add(here);
        here.look();
        assertTrue(here.possibleProperty().get());
    }

    @Test
    void copyingMakesPastingPossible() {
        copyFrom(nested(new ReLU()));
        assertTrue(pasting.possibleProperty().get());
    }

    @Test
    void whatIsCopiedInOneWindowIsPastedInAnother() {
        Clipboard system = new TextClipboard();
        Session other = new Session();
        Pasting there = new Pasting(other, new Viewport(), system);
        session.openNew(nested(new ReLU()), "one");
        other.openNew(Document.EMPTY, "other");
        session.select(Selection.ofBlocks(Set.of("image", "o")));
        new Pasting(session, new Viewport(), system).copy();
        there.look();
        there.paste();
        assertEquals(2, other.document().graph().blocks().size());
        assertEquals(1, other.document().graph().links().size());
        assertEquals(Set.of("inner", "outer"), other.document().definitions().keySet());
        assertEquals(nested(new ReLU()), session.document());
    }

    /** A document in which a group holds a group that holds one layer. */
    private static Document nested(Layer layer) {
        Document net = Nets.net()
                .block("image", new Input())
                .block("a", layer)
                .block("end", new ReLU())
                .chain("image", "a", "end")
                .document();
        return new Edit.Sequence(List.of(
                        new Edit.MakeGroup(Set.of("a"), "inner", "i"), new Edit.MakeGroup(Set.of("i"), "outer", "o")))
                .apply(net);
    }

    private void copyFrom(Document document) {
        session.openNew(document, "from");
        session.select(Selection.of("o"));
        pasting.copy();
    }

    private Block pasted() {
        return session.selection()
                .single()
                .flatMap(session.document().graph()::block)
                .orElseThrow();
    }

    @Test
    void aGroupBringsAllThatItHoldsIntoAnotherDocument() {
        copyFrom(nested(new ReLU()));
        session.openNew(Document.EMPTY, "to");
        pasting.paste();
        assertEquals(nested(new ReLU()).definitions(), session.document().definitions());
        assertEquals(new Content.Use("outer", 1), pasted().content());
        assertEquals(List.of(), session.inference().graph().misplaced());
        session.undo();
        assertEquals(Document.EMPTY, session.document());
    }

    @Test
    void aGroupThatIsThereAlreadyIsUsedAgain() {
        copyFrom(nested(new ReLU()));
        pasting.paste();
        assertEquals(Set.of("inner", "outer"), session.document().definitions().keySet());
        assertEquals(new Content.Use("outer", 1), pasted().content());
    }

    @Test
    void aDifferentGroupOfThatNameGetsAnotherName() {
        copyFrom(nested(new Sigmoid()));
        session.openNew(nested(new ReLU()), "to");
        pasting.paste();
        assertEquals(
                Set.of("inner", "outer", "inner2", "outer2"),
                session.document().definitions().keySet());
        assertEquals(new Content.Use("outer2", 1), pasted().content());
        assertEquals(
                Set.of("inner2"), session.document().requireDefinition("outer2").uses());
    }

    @Test
    void aGroupIsPastedIntoAnotherGroup() {
        copyFrom(nested(new Sigmoid()));
        session.openNew(nested(new ReLU()), "to");
        new Groups(session).stepInto("o");
        pasting.paste();
        assertEquals(new Content.Use("outer2", 1), pasted().content());
        assertEquals(
                Set.of("inner", "outer2"),
                session.whole().requireDefinition("outer").uses());
    }

    @Test
    void theHistoryTellsWhatWasDone() {
        copyFrom(nested(new ReLU()));
        pasting.paste();
        assertEquals(
                Optional.of("paste outer"),
                StepName.undoable(session.historyProperty().get()));
        session.select(Selection.ofBlocks(List.of("o", "end")));
        pasting.duplicate();
        assertEquals(
                Optional.of("duplicate 2 blocks"),
                StepName.undoable(session.historyProperty().get()));
        pasting.cut();
        assertEquals(
                Optional.of("cut 2 blocks"),
                StepName.undoable(session.historyProperty().get()));
    }
}
