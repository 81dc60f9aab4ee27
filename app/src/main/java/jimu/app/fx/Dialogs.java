package jimu.app.fx;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The questions and messages that stop a person; tests answer them without a window. */
public interface Dialogs {
    /** What to do with changes that are about to be lost. */
    enum Loss {
        SAVE,
        DISCARD,
        CANCEL
    }

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

    /** Asks for a folder to read. */
    Optional<Path> chooseFolder();

    /** Asks for a file to open. */
    Optional<Path> chooseToOpen(FileKind kind);

    /** Asks for a file to write; the answer has the kind's ending. */
    Optional<Path> chooseToSave(FileKind kind, String proposedName);
}
