package jimu.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Edit A = new Edit.SetNotes("a");
    private static final Edit B = new Edit.SetNotes("b");

    @Test
    void aNewHistoryHasNothingToUndo() {
        History history = History.of(Document.EMPTY);
        assertEquals(Document.EMPTY, history.present());
        assertEquals(Optional.empty(), history.undo());
        assertEquals(Optional.empty(), history.redo());
        assertEquals(Optional.empty(), history.undoable());
        assertEquals(Optional.empty(), history.redoable());
    }

    @Test
    void undoIsThePreviousValueAndRedoTheNext() {
        History after = History.of(Document.EMPTY).apply(A).apply(B);
        History once = after.undo().orElseThrow();
        assertEquals("a", once.present().notes());
        assertEquals(Optional.of(A), once.undoable());
        assertEquals(Optional.of(B), once.redoable());
        History twice = once.undo().orElseThrow();
        assertSame(Document.EMPTY, twice.present());
        assertEquals(once, twice.redo().orElseThrow());
        assertEquals(after, twice.redo().flatMap(History::redo).orElseThrow());
    }

    @Test
    void anEditForgetsWhatWasUndone() {
        History branched =
                History.of(Document.EMPTY).apply(A).undo().orElseThrow().apply(B);
        assertEquals("b", branched.present().notes());
        assertEquals(Optional.empty(), branched.redo());
        assertSame(Document.EMPTY, branched.undo().orElseThrow().present());
    }

    @Test
    void anEditThatChangesNothingLeavesNoStep() {
        History undone = History.of(Document.EMPTY).apply(A).apply(B).undo().orElseThrow();
        assertSame(undone, undone.apply(A));
    }

    @Test
    void aThousandStepsAreKept() {
        History history = History.of(Document.EMPTY);
        for (int i = 1; i <= 1001; i++) {
            history = history.apply(new Edit.SetNotes(Integer.toString(i)));
        }
        int steps = 0;
        for (Optional<History> back = history.undo(); back.isPresent(); back = history.undo()) {
            history = back.get();
            steps++;
        }
        assertEquals(1000, steps);
        assertEquals("1", history.present().notes());
    }
}
