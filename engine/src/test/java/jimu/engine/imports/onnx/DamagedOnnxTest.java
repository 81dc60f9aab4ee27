package jimu.engine.imports.onnx;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import jimu.engine.io.FileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are damaged or none of ONNX are told in one sentence, whatever is wrong with them. */
class DamagedOnnxTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"lstm_zeros", "text", "squeezed", "norms", "encoder"})
    void oneByteThatIsAnotherNeverBreaksTheReading(String name) throws Exception {
        byte[] whole = Files.readAllBytes(Reference.FOLDER.resolve(name + ".onnx"));
        Path file = folder.resolve("damaged.onnx");
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            Files.write(file, damaged);
            refused += isRefused(file) ? 1 : 0;
        }
        assertTrue(refused > 0, "No damage was noticed");
    }

    @Test
    void aFileThatEndsTooSoonIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(Reference.FOLDER.resolve("lenet.onnx"));
        Path file = folder.resolve("short.onnx");
        for (int length = 0; length < whole.length - 20; length += 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertTrue(isRefused(file), "after " + length + " bytes");
        }
    }

    @Test
    void otherFilesAreRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("text.onnx"), "This is no network.\n".repeat(50));
        assertTrue(isRefused(text));
        Path empty = Files.createFile(folder.resolve("empty.onnx"));
        assertTrue(isRefused(empty));
        FileException missing = assertThrows(FileException.class, () -> OnnxImporter.read(folder.resolve("no.onnx")));
        assertTrue(String.valueOf(missing.getMessage()).contains("no.onnx"));
    }

    /** Whether the file is refused with a sentence; every other exception fails the test. */
    private static boolean isRefused(Path file) {
        try {
            OnnxImporter.read(file);
            return false;
        } catch (FileException e) {
            String sentence = String.valueOf(e.getMessage());
            assertTrue(sentence.contains(file.getFileName().toString()), sentence);
            assertFalse(sentence.contains("Exception"), sentence);
            return true;
        }
    }
}
