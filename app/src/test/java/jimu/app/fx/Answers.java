package jimu.app.fx;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Dialogs that answer what a test put down beforehand, and note what they were asked and told. */
public final class Answers implements Dialogs {
    /** What a question is answered with. */
    public enum Answer {
        YES,
        NO
    }

    private final Deque<Loss> losses = new ArrayDeque<>();
    private final Deque<Answer> questions = new ArrayDeque<>();
    private final Deque<Named> names = new ArrayDeque<>();
    private final Deque<Path> files = new ArrayDeque<>();
    private boolean mayStop;
    private final List<String> told = new ArrayList<>();
    private Map<String, String> listed = Map.of();

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

    /** The two columns that were shown last. */
    public Map<String, String> listed() {
        return listed;
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
        listed = rows;
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

    /** The next answer to a question. */
    public Answers answer(Answer answer) {
        questions.add(answer);
        return this;
    }

    /** The next name and note. */
    public Answers name(String name, String note) {
        names.add(new Named(name, note));
        return this;
    }

    @Override
    public boolean ask(String title, String question, String yes) {
        told.add(question);
        return questions.remove() == Answer.YES;
    }

    @Override
    public Optional<Named> askNamed(String title, Named proposed, Function<String, Optional<String>> wrong) {
        told.add(title + " " + proposed.name() + "?");
        Optional<Named> named = Optional.ofNullable(names.poll());
        named.flatMap(one -> wrong.apply(one.name())).ifPresent(told::add);
        return named.filter(one -> wrong.apply(one.name()).isEmpty());
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
