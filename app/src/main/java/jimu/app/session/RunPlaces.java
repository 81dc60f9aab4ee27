package jimu.app.session;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import jimu.app.library.ApplicationData;

/** Where runs are kept: beside the document, or with the user's application data while it is unsaved or a sample. */
public final class RunPlaces {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private RunPlaces() {}

    /** The folder of a run that begins at {@code time}. */
    public static Path of(Optional<Path> document, Optional<Samples> samples, LocalDateTime time) {
        return document.filter(file ->
                        samples.isEmpty() || !file.startsWith(samples.get().folder()))
                .map(RunPlaces::beside)
                .orElseGet(() -> ApplicationData.folder().resolve("runs"))
                .resolve(NAME.format(time));
    }

    private static Path beside(Path document) {
        String name = document.getFileName().toString().replaceAll("\\.jimu$", "");
        return document.resolveSibling(name + ".runs");
    }
}
