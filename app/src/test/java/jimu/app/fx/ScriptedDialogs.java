package jimu.app.fx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dialogs that answer what a test has laid down, and note what they said. */
public final class ScriptedDialogs implements Dialogs {
    private final List<String> said = new ArrayList<>();
    private Optional<Path> path = Optional.empty();
    private boolean mayStop;
    private int questions;

    /** Answers every question for a file or folder with {@code chosen} from now on. */
    public void answer(Path chosen) {
        path = Optional.of(chosen);
    }

    /** Lets every training be stopped from now on. */
    public void letStop() {
        mayStop = true;
    }

    /** All sentences so far. */
    public List<String> said() {
        return said;
    }

    /** How often it was asked whether a training may be stopped. */
    public int questions() {
        return questions;
    }

    @Override
    public void error(String sentence) {
        said.add(sentence);
    }

    @Override
    public void tell(String title, String text) {
        said.add(text);
    }

    @Override
    public Loss askToSave(String name) {
        return Loss.CANCEL;
    }

    @Override
    public boolean askToStop() {
        questions++;
        return mayStop;
    }

    @Override
    public Optional<Path> chooseFolder() {
        return path;
    }

    @Override
    public Optional<Path> chooseToOpen(FileKind kind) {
        return path;
    }

    @Override
    public Optional<Path> chooseToSave(FileKind kind, String proposedName) {
        return path;
    }
}
