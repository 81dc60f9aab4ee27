package jimu.app.file;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs;
import jimu.app.fx.FileKind;
import jimu.app.session.RecentFiles;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import jimu.engine.imports.ImportedNetwork;
import jimu.engine.imports.StartWeights;
import jimu.engine.imports.onnx.OnnxImporter;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;

/** Opens, saves and closes; asks before changes are lost, and tells in one sentence why a file cannot be read or written. */
public final class FileActions {
    private final Session session;
    private final Dialogs dialogs;
    private final Background background;
    private final RecentFiles recent;
    private final BooleanSupplier mayLeave;
    private UnaryOperator<Document> arrange = Document::placed;

    /** Actions on the session's document; {@code mayLeave} tells, or asks, whether what is under way there may be ended. */
    public FileActions(
            Session session, Dialogs dialogs, Background background, RecentFiles recent, BooleanSupplier mayLeave) {
        this.session = session;
        this.dialogs = dialogs;
        this.background = background;
        this.recent = recent;
        this.mayLeave = mayLeave;
    }

    /** The same; networks of other programs' files, which say nothing of places, are laid out by {@code arrange}. */
    public FileActions arranging(UnaryOperator<Document> arrange) {
        this.arrange = arrange;
        return this;
    }

    /** Opens a document that has no file yet, instead of the present one. */
    public void create(Document document, String name) {
        create(document, name, () -> {});
    }

    /** The same, and does {@code then} as soon as it is open. */
    public void create(Document document, String name, Runnable then) {
        unlessCancelled(() -> {
            session.openNew(document, name);
            then.run();
        });
    }

    /** Opens a file instead of the present document; what is open stays if that cannot be read. */
    public void open(Path file) {
        if (StartWeights.isOnnx(file)) {
            bringIn(file);
            return;
        }
        background.run(
                () -> DocumentFile.open(file).placed(),
                document -> unlessCancelled(() -> {
                    session.open(document, file);
                    recent.add(file);
                }),
                failure -> {
                    recent.remove(file);
                    tell(failure);
                });
    }

    /** Opens the network of an ONNX file as a document of no file yet, which begins with that file's weights. */
    private void bringIn(Path file) {
        background.run(
                () -> {
                    ImportedNetwork read = OnnxImporter.read(file);
                    Document document = read.document();
                    Optional<String> weights = Optional.of(file.toAbsolutePath().toString());
                    boolean placed = !document.layout().isEmpty();
                    return new ImportedNetwork(
                            (placed ? document.placed() : arrange.apply(document.placed()))
                                    .withTraining(document.training().withStartWeights(weights)),
                            read.weights(),
                            read.notes());
                },
                imported -> unlessCancelled(() -> {
                    session.openNew(imported.document(), FileKind.ONNX.bare(String.valueOf(file.getFileName())));
                    recent.add(file);
                    if (!imported.notes().isEmpty()) {
                        dialogs.tell(Texts.of("file.imported"), String.join("\n", imported.notes()));
                    }
                }),
                failure -> {
                    recent.remove(file);
                    tell(failure);
                });
    }

    /** Saves where the document was saved last, or else asks where. */
    public void save() {
        save(() -> {});
    }

    /** Asks where to save, and saves there. */
    public void saveAs() {
        saveAs(() -> {});
    }

    /** Closes the document. */
    public void close() {
        unlessCancelled(session::close);
    }

    /** Does {@code then} after a person has decided what becomes of a run and of unsaved changes; not if that was to keep on. */
    public void unlessCancelled(Runnable then) {
        if (!mayLeave.getAsBoolean()) {
            return;
        }
        if (!session.dirtyProperty().get()) {
            then.run();
            return;
        }
        Dialogs.Loss answer = dialogs.askToSave(session.nameProperty().get());
        if (answer == Dialogs.Loss.SAVE) {
            save(then);
        } else if (answer == Dialogs.Loss.DISCARD) {
            then.run();
        }
    }

    private void save(Runnable then) {
        session.file().ifPresentOrElse(file -> write(file, then), () -> saveAs(then));
    }

    private void saveAs(Runnable then) {
        String proposed = FileKind.JIMU
                .withEnding(Path.of(session.nameProperty().get()))
                .getFileName()
                .toString();
        Optional<Path> chosen = dialogs.chooseToSave(FileKind.JIMU, proposed);
        chosen.ifPresent(file -> write(file, then));
    }

    private void write(Path file, Runnable then) {
        Document document = session.wholePresent();
        background.run(
                () -> {
                    DocumentFile.save(file, document);
                    return document;
                },
                written -> {
                    session.saved(written, file);
                    recent.add(file);
                    then.run();
                },
                this::tell);
    }

    private void tell(Exception failure) {
        String reason = String.valueOf(failure.getMessage());
        dialogs.error(failure instanceof FileException ? reason : Texts.of("file.failed", reason));
    }
}
