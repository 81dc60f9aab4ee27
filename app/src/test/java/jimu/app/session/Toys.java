package jimu.app.session;

import java.io.UncheckedIOException;
import jimu.engine.graph.Document;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;

/** The models of toy problems that come with the program. */
public final class Toys {
    private Toys() {}

    /** The one of that name. */
    public static Document open(String name) {
        try {
            return DocumentFile.open(Samples.installed().orElseThrow().model(name));
        } catch (FileException e) {
            throw new UncheckedIOException(new java.io.IOException(e));
        }
    }
}
