package jimu.app.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import jimu.app.fx.Dialogs;
import jimu.app.fx.FileKind;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;

/**
 * Opens what is dragged onto the window, chosen or named at the start: a document in place of the open one, data for it, or for a new
 * one where none is open, or pictures for the network to see; of anything else it is told what can be done with it.
 */
public final class FileDrop {
    private final Session session;
    private final FileActions files;
    private final Dialogs dialogs;
    private final Consumer<Path> data;
    private final Pictures pictures;
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper(this, "refused");

    /** Where pictures are shown to the open network. */
    public interface Pictures {
        /** Why there is no network that could see one, with what to do; empty if there is. */
        Optional<String> obstacle();

        /** Shows pictures to the network, one at a time. */
        void show(List<Path> files);
    }

    /** Opens documents by {@code files}, gives tables and folders of IDX files to {@code data}, and pictures to {@code pictures}. */
    public FileDrop(Session session, FileActions files, Dialogs dialogs, Consumer<Path> data, Pictures pictures) {
        this.session = session;
        this.files = files;
        this.dialogs = dialogs;
        this.data = data;
        this.pictures = pictures;
    }

    /** What would come of dropping now; empty while no file is dragged over the window. */
    ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** Whether what is dragged cannot be opened. */
    ReadOnlyBooleanProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /** Files are dragged over the window. */
    void over(List<Path> dragged) {
        Dropped what = what(dragged);
        refused.set(what instanceof Dropped.Refused);
        hint.set(hint(what));
    }

    /** They left it, or were dropped. */
    void end() {
        hint.set("");
        refused.set(false);
    }

    /** Files are dropped. */
    void drop(List<Path> dropped) {
        end();
        open(what(dropped));
    }

    /** Lets a person choose a file and opens it. */
    public void choose() {
        dialogs.chooseToOpen(FileKind.ANY).ifPresent(this::open);
    }

    /** Opens a file. */
    public void open(Path file) {
        open(what(List.of(file)));
    }

    private void open(Dropped what) {
        if (what instanceof Dropped.Model model) {
            files.open(model.file());
        } else if (what instanceof Dropped.Data table) {
            if (!session.openProperty().get()) {
                files.create(Document.EMPTY, Texts.of("file.untitled"));
            }
            data.accept(table.path());
        } else if (what instanceof Dropped.Pictures several) {
            pictures.show(several.files());
        } else if (what instanceof Dropped.Refused not) {
            dialogs.tell(Texts.of("drop.title"), not.sentence());
        }
    }

    /** What the files are here and now: there may be no network to see a picture. */
    private Dropped what(List<Path> files) {
        Dropped what = Dropped.of(files);
        return what instanceof Dropped.Pictures
                ? pictures.obstacle().<Dropped>map(Dropped.Refused::new).orElse(what)
                : what;
    }

    private String hint(Dropped what) {
        if (what instanceof Dropped.Model model) {
            return Texts.of("drop.model", model.file().getFileName());
        } else if (what instanceof Dropped.Data table) {
            String key = session.openProperty().get() ? "drop.data" : "drop.data.new";
            return Texts.of(key, table.path().getFileName());
        } else if (what instanceof Dropped.Pictures several) {
            String key = several.files().size() == 1 ? "drop.picture" : "drop.pictures";
            return Texts.of(
                    key, several.files().get(0).getFileName(), several.files().size());
        }
        return ((Dropped.Refused) what).sentence();
    }
}
