package jimu.app.library;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.fx.Background;
import jimu.app.text.Texts;
import jimu.engine.io.FileException;

/**
 * The blocks of a person's own, as they were when the folder was read last. For the JavaFX thread only; files are read and written
 * in the background.
 */
public final class BlockLibrary {
    private final BlockFolder folder;
    private final Background background;
    private final Consumer<String> refuse;
    private final ReadOnlyObjectWrapper<Shelf> shelf = new ReadOnlyObjectWrapper<>(this, "shelf", Shelf.EMPTY);
    private int reading;

    /** The blocks in a folder, which need not be there yet; {@code refuse} is told why something cannot be done. */
    public BlockLibrary(Path folder, Background background, Consumer<String> refuse) {
        this.folder = new BlockFolder(folder);
        this.background = background;
        this.refuse = refuse;
        Texts.follow(this, BlockLibrary::refresh);
        refresh();
    }

    /** What there is. */
    public Shelf shelf() {
        return shelf.get();
    }

    /** What there is. */
    public ReadOnlyObjectProperty<Shelf> shelfProperty() {
        return shelf.getReadOnlyProperty();
    }

    /** Reads the folder again: another window may have changed it. */
    public void refresh() {
        read(() -> {});
    }

    /** Keeps a block, in place of one of its name; {@code done} runs once it is safe. */
    public void save(StoredBlock block, Runnable done) {
        write(() -> folder.save(block), done);
    }

    /** Gives a block another name and another note. */
    public void rename(StoredBlock block, String name, String note) {
        write(() -> folder.replace(block.name(), block.with(name, note)), () -> {});
    }

    /** Takes a block away; documents keep what they have of it. */
    public void delete(StoredBlock block) {
        write(() -> folder.delete(block.name()), () -> {});
    }

    /** Of several readings under way only the one begun last counts: the others may be older than what was written meanwhile. */
    private void read(Runnable done) {
        int mine = ++reading;
        background.run(
                folder::read,
                read -> {
                    if (mine == reading && !read.equals(shelf.get())) {
                        shelf.set(read);
                    }
                    done.run();
                },
                this::refuse);
    }

    private void write(Writing writing, Runnable done) {
        background.run(writing, written -> read(done), this::refuse);
    }

    private void refuse(Exception failure) {
        refuse.accept(
                failure instanceof FileException || failure instanceof BlockException
                        ? String.valueOf(failure.getMessage())
                        : Texts.of("library.failed", failure));
    }

    private interface Writing extends Callable<Boolean> {
        void write() throws FileException, BlockException;

        @Override
        default Boolean call() throws FileException, BlockException {
            write();
            return true;
        }
    }
}
