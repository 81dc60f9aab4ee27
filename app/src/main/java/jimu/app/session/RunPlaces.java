package jimu.app.session;

import java.nio.file.Path;
import java.util.Optional;
import jimu.app.library.ApplicationData;

/** Where the runs of a document are kept: beside it, or with the user's application data while it is unsaved or a sample. */
public final class RunPlaces {
    private static final String ENDING = ".runs";

    private RunPlaces() {}

    /** The folder of all runs of a document, of that name if it is unsaved. */
    public static Path of(Optional<Path> document, String name, Optional<Samples> samples) {
        return document.filter(file ->
                        samples.isEmpty() || !file.startsWith(samples.get().folder()))
                .map(file -> file.resolveSibling(bare(file.getFileName().toString()) + ENDING))
                .orElseGet(() -> ApplicationData.folder().resolve("runs").resolve(bare(name) + ENDING));
    }

    /** A name without the ending of documents, and without what a file's name cannot have. */
    private static String bare(String name) {
        return name.replaceAll("\\.jimu$", "").replaceAll("[/\\\\:*?\"<>|]", "_");
    }
}
