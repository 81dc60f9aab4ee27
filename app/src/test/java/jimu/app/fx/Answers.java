package jimu.app.fx;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dialogs that answer what a test put down beforehand, and note what they were asked and told. */
public final class Answers implements Dialogs {
    private final Deque<Loss> losses = new ArrayDeque<>();
    private final Deque<Path> files = new ArrayDeque<>();
    private boolean mayStop;
    private final List<String> told = new ArrayList<>();

    /** The next answer to unsaved changes. */
    public Answers onLoss(Loss answer) {
        losses.add(answer);
        return this;
    }

    /** The next file that is chosen. */
    public Answers choose(Path file) {
        files.add(file);
        return this;
    }

    /** Lets every training be stopped from now on. */
    public void letStop() {
        mayStop = true;
    }

    /** All questions and sentences so far. */
    public List<String> told() {
        return told;
    }

    @Override
    public void error(String sentence) {
        told.add(sentence);
    }

    @Override
    public void tell(String title, String text) {
        told.add(text);
    }

    @Override
    public void list(String title, Map<String, String> rows) {
        told.add(title);
    }

    @Override
    public Loss askToSave(String name) {
        told.add("save " + name + "?");
        return losses.remove();
    }

    @Override
    public boolean askToStop() {
        told.add("stop?");
        return mayStop;
    }

    @Override
    public Optional<Path> chooseFolder() {
        return Optional.ofNullable(files.poll());
    }

    @Override
    public Optional<Path> chooseToOpen(FileKind kind) {
        return Optional.ofNullable(files.poll());
    }

    @Override
    public Optional<Path> chooseToSave(FileKind kind, String proposedName) {
        told.add("where to save " + proposedName + "?");
        return Optional.ofNullable(files.poll());
    }
}
