package jimu.engine.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes and removes folders in one go: whoever looks sees a whole one or none, also after a power failure. */
public final class AtomicFolder {
    /** What the names of folders begin with that are not whole yet, or no more. */
    public static final String ASIDE = ".";

    private AtomicFolder() {}

    /** Fills a folder. */
    public interface Content {
        /** Writes all files into {@code folder}, each as {@link AtomicFile} does. */
        void writeTo(Path folder) throws FileException;
    }

    /**
     * Makes a folder that is not there yet: fills one of another name beside it, and renames that. If anything fails, nothing is
     * left behind.
     */
    public static void create(Path folder, Content content) throws FileException {
        Path aside = folder.resolveSibling(ASIDE + folder.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.createDirectories(aside);
            try {
                content.writeTo(aside);
                AtomicFile.syncFolder(aside);
                Files.move(aside, folder);
            } finally {
                remove(aside);
            }
            AtomicFile.syncFolder(folder.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw FileException.writing(folder, e);
        }
    }

    /** Removes a folder with all that is in it, links not followed; it is gone for everybody before its files are. */
    public static void delete(Path folder) throws FileException {
        try {
            Path gone = folder.resolveSibling(ASIDE + folder.getFileName() + "." + UUID.randomUUID() + ".gone");
            remove(Files.move(folder, gone));
        } catch (IOException e) {
            throw FileException.writing(folder, e);
        }
    }

    /** Removes what a process that was killed has left in a folder of such folders. */
    public static void tidy(Path parent) throws FileException {
        try (Stream<Path> entries = Files.list(parent)) {
            for (Path entry : entries.toList()) {
                String name = String.valueOf(entry.getFileName());
                if (name.startsWith(ASIDE) && (name.endsWith(".tmp") || name.endsWith(".gone"))) {
                    remove(entry);
                }
            }
        } catch (IOException e) {
            throw FileException.writing(parent, e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> entries;
        try (Stream<Path> walked = Files.walk(folder)) {
            entries = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : entries) {
            Files.delete(entry);
        }
    }
}
