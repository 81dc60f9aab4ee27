package jimu.engine.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void replacesTheOldContent() throws Exception {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, out -> out.write('1'));
        AtomicFile.write(file, out -> out.write('2'));
        assertEquals("2", Files.readString(file));
        assertEquals(List.of("a.txt"), files());
    }

    @Test
    void failureLeavesTheOldContentAndNothingElse() throws Exception {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        FileException failure = assertThrows(
                FileException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("the disk is full");
                }));
        assertEquals("\"" + file + "\" cannot be written: the disk is full.", failure.getMessage());
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(file, out -> {
                    throw new IllegalStateException();
                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.txt"), files());
    }

    @Test
    void missingFolderIsSaid() {
        Path file = folder.resolve("absent/a.txt");
        FileException failure = assertThrows(FileException.class, () -> AtomicFile.write(file, out -> out.write('1')));
        assertEquals("\"" + file + "\" cannot be written: its folder does not exist.", failure.getMessage());
    }

    @Test
    void linksAndPermissionsStay() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs POSIX files");
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        AtomicFile.write(link, out -> out.write('2'));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("2", Files.readString(file));
        assertEquals("rw-rw-r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
