package jimu.app.runs;

import java.nio.file.Path;
import java.util.function.Supplier;
import jimu.engine.graph.Document;

/** What the Runs tab has done by others. */
public interface RunActions {
    /** Opens a document that has no file yet, after asking whether changes may be lost. */
    void open(Document document, String name);

    /** Trains the open document and another one, called so, in turn, and draws both. */
    void trainTwins(Document other, Supplier<String> name);

    /** Shows a folder in the system's file manager. */
    void show(Path folder);
}
