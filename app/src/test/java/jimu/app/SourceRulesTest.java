package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources of both modules look like, so far as counting lines can tell. */
class SourceRulesTest {
    private static final List<Path> ROOTS = List.of(Path.of("../engine/src/main/java"), Path.of("src/main/java"));
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_PACKAGE_COMMENT = 10;

    @Test
    void noFileIsLongerThanFourHundredLines() throws IOException {
        List<Path> sources = sources();
        assertFalse(sources.isEmpty());
        assertEquals(
                List.of(),
                sources.stream()
                        .filter(source -> lines(source).size() > LONGEST_FILE)
                        .toList());
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        assertEquals(
                List.of(),
                sources().stream()
                        .map(source -> source.resolveSibling("package-info.java"))
                        .distinct()
                        .filter(info -> !Files.exists(info) || !isComplete(lines(info)))
                        .toList());
    }

    @Test
    void noPackageCommentIsLongerThanTenLines() throws IOException {
        assertEquals(
                List.of(),
                sources().stream()
                        .filter(source -> source.endsWith("package-info.java"))
                        .filter(info -> words(lines(info)).count() > LONGEST_PACKAGE_COMMENT)
                        .toList());
    }

    private static boolean isComplete(List<String> info) {
        return info.contains("@NullMarked") && words(info).findAny().isPresent();
    }

    /** The lines of a comment that say something. */
    private static Stream<String> words(List<String> source) {
        return source.stream().map(String::strip).filter(line -> line.matches("(/\\*)?\\* \\S.*"));
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root : ROOTS) {
            try (Stream<Path> files = Files.walk(root)) {
                sources.addAll(
                        files.filter(file -> file.toString().endsWith(".java")).toList());
            }
        }
        return sources;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
