package jimu.app.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Expansion;
import jimu.engine.graph.FlatGraph;
import jimu.engine.graph.History;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;

/**
 * The one open document: every change of it goes through here, and everything in the window follows its properties.
 *
 * <p>Document, inference and selection change together before any of them is announced, so a listener of one finds the others
 * current. A listener must not change the session in turn: that throws IllegalStateException. For the JavaFX thread only.
 */
public final class Session {
    private final Published<Scope> scope = new Published<>(this, "scope", Scope.ROOT);
    private final Published<Document> whole = new Published<>(this, "whole", Document.EMPTY);
    private final Published<Inference> wholeInference =
            new Published<>(this, "wholeInference", ShapeInference.infer(Document.EMPTY));
    private final Published<Document> document = new Published<>(this, "document", Document.EMPTY);
    private final Published<Inference> inference =
            new Published<>(this, "inference", ShapeInference.infer(Document.EMPTY));
    private final Published<Selection> selection = new Published<>(this, "selection", Selection.NONE);
    private final Published<Optional<Path>> file = new Published<>(this, "file", Optional.empty());
    private final Published<String> name = new Published<>(this, "name", "");
    private final Published<Integer> openings = new Published<>(this, "openings", 0);
    private final Published<History> history = new Published<>(this, "history", History.of(Document.EMPTY));
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty");
    private Document saved = Document.EMPTY;
    private boolean announcing;

    /** Follows the language: problems hold words of it. */
    public Session() {
        Texts.follow(this, Session::retell);
    }

    private void retell() {
        change(() -> {
            wholeInference.set(ShapeInference.infer(whole.get()));
            inference.set(scope.get().of(whole.get(), wholeInference.get()));
        });
    }

    /** Opens the document of a file in place of the one before. */
    public void open(Document opened, Path from) {
        replace(opened, Optional.of(from), from.getFileName().toString());
        open.set(true);
    }

    /** Opens a document that was never saved, under a name, in place of the one before. */
    public void openNew(Document opened, String called) {
        replace(opened, Optional.empty(), called);
        open.set(true);
    }

    /** Leaves nothing open. */
    public void close() {
        replace(Document.EMPTY, Optional.empty(), "");
        open.set(false);
    }

    private void replace(Document opened, Optional<Path> from, String called) {
        change(() -> {
            saved = opened;
            history.set(History.of(opened));
            file.set(from);
            name.set(called);
            selection.set(Selection.NONE);
            scope.set(Scope.ROOT);
            show(opened);
            openings.set(openings.get() + 1);
        });
    }

    /** Notes that {@code written}, which need not be the present document any more, now stands in {@code to}. */
    public void saved(Document written, Path to) {
        change(() -> {
            saved = written;
            file.set(Optional.of(to));
            name.set(to.getFileName().toString());
        });
    }

    /** Changes the document, as one step of undo; a preview ends. */
    public void apply(Edit edit) {
        applyAndSelect(edit, selection.get());
    }

    /** Changes the document and then selects. */
    public void applyAndSelect(Edit edit, Selection then) {
        change(() -> {
            history.set(history.get().apply(scope.get().of(history.get().present(), edit)));
            selection.set(then);
            show(history.get().present());
        });
    }

    /** Shows the document as {@code edit} would make it, in place of an earlier preview, without changing it. */
    public void preview(Edit edit) {
        Document now = history.get().present();
        change(() -> show(scope.get().of(now, edit).apply(now)));
    }

    /** Changes the whole document, wherever one stands, as one step of undo; a preview ends. */
    public void applyWhole(Edit edit) {
        change(() -> {
            history.set(history.get().apply(edit));
            show(history.get().present());
        });
    }

    /** Shows the whole document as {@code edit} would make it, wherever one stands, without changing it. */
    public void previewWhole(Edit edit) {
        Document now = history.get().present();
        change(() -> show(edit.apply(now)));
    }

    /** Shows the document itself again. */
    public void endPreview() {
        change(() -> show(history.get().present()));
    }

    /** Takes the last step back, if there is one. */
    public void undo() {
        history.get().undo().ifPresent(this::moveTo);
    }

    /** Takes the last step undone again, if there is one. */
    public void redo() {
        history.get().redo().ifPresent(this::moveTo);
    }

    /** Goes so many steps on, or back if fewer than none, as far as there are some. */
    public void travel(int steps) {
        History there = history.get();
        for (int i = 0; i < Math.abs(steps); i++) {
            there = (steps < 0 ? there.undo() : there.redo()).orElse(there);
        }
        moveTo(there);
    }

    /** Selects these, so far as they exist, and nothing else. */
    public void select(Selection chosen) {
        change(() -> selection.set(chosen.within(document.get())));
    }

    private void moveTo(History other) {
        change(() -> {
            history.set(other);
            show(other.present());
        });
    }

    /** Shows what a group holds, or the network itself; nothing is selected there yet. */
    public void stand(Scope where) {
        change(() -> {
            scope.set(where);
            selection.set(Selection.NONE);
            show(whole.get());
        });
    }

    /** Shows another copy of what one stepped into at a step of the way; what is selected stays so. */
    public void showCopy(int step, int copy) {
        change(() -> {
            scope.set(scope.get().withCopy(step, copy));
            show(whole.get());
            inference.set(scope.get().of(whole.get(), wholeInference.get()));
        });
    }

    /** Goes where a layer lies, and selects it: the ids are those of the blocks around it and its own. */
    public void go(List<String> blocks) {
        go(blocks, "");
    }

    /** Goes where a layer of that path lies, to the copies of groups that it leads through, and selects it. */
    public void go(List<String> blocks, String path) {
        Scope where = Scope.along(whole.get(), blocks.subList(0, blocks.size() - 1), path);
        if (!where.equals(scope.get())) {
            stand(where);
        }
        select(Selection.of(blocks.get(blocks.size() - 1)));
    }

    /** Whether a layer lies there: the ids are those of the blocks around it and its own. */
    public boolean there(List<String> blocks) {
        int last = blocks.size() - 1;
        Scope around = Scope.firstCopies(blocks.subList(0, last));
        return around.equals(around.within(whole.get()))
                && around.of(whole.get()).graph().block(blocks.get(last)).isPresent();
    }

    /** What would be known if the document, as seen from where one stands, were this one. */
    public Inference suppose(Document seen) {
        Document supposed = scope.get().whole(history.get().present(), seen);
        FlatGraph flat = Expansion.next(whole.get(), wholeInference.get().graph(), supposed);
        Inference after = ShapeInference.infer(flat, Optional.of(wholeInference.get()));
        return scope.get().of(supposed, after);
    }

    private void show(Document next) {
        Scope before = scope.get();
        scope.set(before.within(next));
        boolean moved =
                !before.equals(scope.get()) || !scope.get().of(whole.get()).equals(document.get());
        if (!next.sameNetwork(whole.get())) {
            FlatGraph flat = Expansion.next(whole.get(), wholeInference.get().graph(), next);
            wholeInference.set(ShapeInference.infer(flat, Optional.of(wholeInference.get())));
            moved = true;
        }
        if (moved) {
            inference.set(scope.get().of(next, wholeInference.get()));
        }
        whole.set(next);
        document.set(scope.get().of(next));
        selection.set(selection.get().within(document.get()));
    }

    private void change(Runnable change) {
        if (announcing) {
            throw new IllegalStateException("A listener of the session changes the session");
        }
        announcing = true;
        try {
            change.run();
            dirty.set(!history.get().present().equals(saved));
            file.announce();
            name.announce();
            history.announce();
            scope.announce();
            wholeInference.announce();
            whole.announce();
            inference.announce();
            document.announce();
            selection.announce();
            openings.announce();
        } finally {
            announcing = false;
        }
    }

    /** Where one stands in the document. */
    public Scope scope() {
        return scope.get();
    }

    /** Where one stands in the document. */
    public ReadOnlyObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /** The whole document as shown, wherever one stands. */
    public Document whole() {
        return whole.get();
    }

    /** The types and problems of the whole document as shown. */
    public Inference wholeInference() {
        return wholeInference.get();
    }

    /** The types and problems of the whole document as shown. */
    public ReadOnlyObjectProperty<Inference> wholeInferenceProperty() {
        return wholeInference;
    }

    /** The whole document that files and runs see: never a preview. */
    public Document wholePresent() {
        return history.get().present();
    }

    /** The document as shown, the present one or a preview, from where one stands: its graph is that of the group shown. */
    public Document document() {
        return document.get();
    }

    /** The document as shown. */
    public ReadOnlyObjectProperty<Document> documentProperty() {
        return document;
    }

    /** The document from where one stands, but never a preview. */
    public Document present() {
        return scope.get().of(history.get().present());
    }

    /** The types and problems of the document as shown. */
    public Inference inference() {
        return inference.get();
    }

    /** The types and problems of the document as shown. */
    public ReadOnlyObjectProperty<Inference> inferenceProperty() {
        return inference;
    }

    /** What is selected, all of it in the document as shown. */
    public Selection selection() {
        return selection.get();
    }

    /** What is selected. */
    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /** What can be undone and redone. */
    public ReadOnlyObjectProperty<History> historyProperty() {
        return history;
    }

    /** The file that the document was opened from or saved to last. */
    public Optional<Path> file() {
        return file.get();
    }

    /** The document's file. */
    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file;
    }

    /** What the document is called: its file's name, or the name it was opened under. */
    public ReadOnlyObjectProperty<String> nameProperty() {
        return name;
    }

    /** How many documents have been opened or closed so far: it changes when another document takes the place of one. */
    public ReadOnlyObjectProperty<Integer> openingsProperty() {
        return openings;
    }

    /** Whether a document is open. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether the document differs from what was saved. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }
}
