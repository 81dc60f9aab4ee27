package jimu.app.fx;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The questions and messages that stop a person; tests answer them without a window. */
public interface Dialogs {
    /** What to do with changes that are about to be lost. */
    enum Loss {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** The name of something, and what a person notes about it. */
    record Named(String name, String note) {}

    /** Tells in one sentence what went wrong. */
    void error(String sentence);

    /** Tells something, under a title. */
    void tell(String title, String text);

    /** Shows two columns, under a title. */
    void list(String title, Map<String, String> rows);

    /** Asks what to do with the changes of the document of that name. */
    Loss askToSave(String name);

    /** Asks whether the training in progress may be ended. */
    boolean askToStop();

    /** Asks whether something may be done; {@code yes} stands on the button that does it. */
    boolean ask(String title, String question, String yes);

    /** Asks for a name and a note, beginning with these; {@code wrong} says why a name cannot be. */
    Optional<Named> askNamed(String title, Named proposed, Function<String, Optional<String>> wrong);

    /** Asks for a folder to read. */
    Optional<Path> chooseFolder();

    /** Asks for a file to open. */
    Optional<Path> chooseToOpen(FileKind kind);

    /** Asks for a file to write; the answer has the kind's ending. */
    Optional<Path> chooseToSave(FileKind kind, String proposedName);
}
