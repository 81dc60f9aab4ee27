package jimu.app.fx.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormEntryTest {
    private final List<String> heard = new ArrayList<>();
    private final FormEntry entry =
            new FormEntry(Question.integer("size", "Size", 1, 100, "How large"), 5L, new Listening());

    @Test
    void typingPreviewsAndTheEndCommits() {
        entry.type("1");
        entry.type("12");
        entry.finish();
        assertEquals(List.of("preview 1", "preview 12", "commit 12"), heard);
    }

    @Test
    void aWrongTextIsExplainedAndNeverGiven() {
        entry.type("12");
        entry.type("12x");
        assertEquals("12x is no number", entry.problemProperty().get());
        entry.finish();
        assertEquals(List.of("preview 12", "cancel"), heard);
        assertEquals("", entry.problemProperty().get());
        assertEquals("5", entry.textNow());
    }

    @Test
    void enterLeavesAWrongTextToBeMended() {
        entry.type("12x");
        entry.enter();
        assertEquals("12x is no number", entry.problemProperty().get());
        assertTrue(entry.isAnswering());
        entry.type("12");
        entry.enter();
        assertFalse(entry.isAnswering());
        assertEquals(List.of("cancel", "preview 12", "commit 12"), heard);
    }

    @Test
    void aTurnOfManyStepsIsOneCommit() {
        entry.moveBy(1);
        entry.moveBy(1);
        entry.moveBy(-5);
        entry.finish();
        assertEquals(List.of("preview 6", "preview 7", "preview 2", "commit 2"), heard);
    }

    @Test
    void turningStopsAtTheEndsOfTheRange() {
        entry.moveBy(-50);
        entry.moveBy(500);
        entry.finish();
        assertEquals(List.of("preview 1", "preview 100", "commit 100"), heard);
    }

    @Test
    void escapeTakesEverythingBack() {
        entry.type("7");
        entry.revert();
        assertEquals(List.of("preview 7", "cancel"), heard);
    }

    @Test
    void theDocumentDoesNotDisturbTyping() {
        int before = entry.shownProperty().get();
        entry.type("3");
        entry.show(3L, "");
        assertEquals(before, entry.shownProperty().get());
        entry.finish();
        assertEquals(before + 1, entry.shownProperty().get());
    }

    @Test
    void nothingTypedCommitsNothing() {
        entry.finish();
        assertEquals(List.of(), heard);
    }

    private final class Listening implements FormTarget {
        @Override
        public Optional<String> wrong(String name, Object plain) {
            return plain instanceof Long ? Optional.empty() : Optional.of(plain + " is no number");
        }

        @Override
        public void preview(String name, Object plain) {
            heard.add("preview " + plain);
        }

        @Override
        public void commit(String name, Object plain) {
            heard.add("commit " + plain);
        }

        @Override
        public void cancel() {
            heard.add("cancel");
        }
    }
}
