package jimu.app.session;

import java.nio.file.Path;
import java.util.Optional;
import jimu.app.library.ApplicationData;

/** Where the sweeps of a document are kept, among its runs: beside it, or with the user's application data while it is unsaved or a sample. */
public final class SweepFolders {
    private static final String ENDING = ".runs";

    private SweepFolders() {}

    /** The folder of all runs of a document, of that name if it is unsaved. */
    public static Path of(Optional<Path> document, String name, Optional<Samples> samples) {
        return document.filter(file ->
                        samples.isEmpty() || !file.startsWith(samples.get().folder()))
                .map(file -> file.resolveSibling(bare(String.valueOf(file.getFileName())) + ENDING))
                .orElseGet(() -> ApplicationData.folder().resolve("runs").resolve(bare(name) + ENDING));
    }

    private static String bare(String name) {
        return name.replaceAll("\\.jimu$", "").replaceAll("[/\\\\:*?\"<>|]", "_");
    }
}
