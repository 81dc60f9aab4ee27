package jimu.engine.data.idx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import jimu.engine.data.DataException;
import jimu.engine.data.Field;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFolderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeSmallFolder() throws IOException {
        write("train-images-idx3-ubyte.gz", gzip(images(3, 2, 2)));
        write("train-labels-idx1-ubyte", labels(0, 2, 1));
        write("t10k-images.idx3-ubyte", images(1, 2, 2));
        write("t10k-labels-idx1-ubyte.gz", gzip(labels(3)));
    }

    @Test
    void aPixelStaysOneByte() throws DataException {
        assertEquals(
                3 * 2 * 2 + 3,
                IdxFolder.read(folder).training().arrays().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @Test
    void readsPlainAndPackedFiles() throws DataException {
        IdxFolder read = IdxFolder.read(folder);
        assertEquals(
                new Field("image", TensorType.float32(1, 2, 2), List.of()),
                read.training().field("image"));
        assertEquals(List.of("0", "1", "2", "3"), read.training().field("label").classes());
        assertEquals(3, read.training().size());
        assertEquals(1, read.test().size());
        float[] picture = new float[5];
        read.training().copy("image", 2, picture, 1);
        assertArrayEquals(new float[] {0, 255, 254, 253, 252}, picture);
        int[] label = new int[1];
        read.training().copy("label", 1, label, 0);
        assertEquals(2, label[0]);
        assertThrows(IndexOutOfBoundsException.class, () -> read.training().copy("label", 3, label, 0));
    }

    @Test
    void missingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("train-labels-idx1-ubyte"));
        assertEquals(
                "The folder \"" + folder
                        + "\" has no file train-labels-idx1-ubyte, plain or with .gz; it needs all four"
                        + " files of MNIST.",
                failure());
    }

    @Test
    void shortFileIsRefused() throws IOException {
        byte[] whole = images(3, 2, 2);
        write("train-images-idx3-ubyte.gz", gzip(java.util.Arrays.copyOf(whole, whole.length - 1)));
        assertTrue(failure().contains("ends before the values that its header declares"));
        write("train-images-idx3-ubyte.gz", java.util.Arrays.copyOf(gzip(whole), 20));
        assertTrue(failure().contains("ends before"));
    }

    @Test
    void longFileIsRefused() throws IOException {
        write("train-labels-idx1-ubyte", java.util.Arrays.copyOf(labels(0, 2, 1), 12));
        assertTrue(failure().contains("goes on after the 3 values"));
    }

    @Test
    void hugeSizesAreRefusedBeforeAnythingIsAllocated() throws IOException {
        byte[] huge = ByteBuffer.allocate(16)
                .putInt(0x803)
                .putInt(Integer.MAX_VALUE)
                .putInt(Integer.MAX_VALUE)
                .putInt(Integer.MAX_VALUE)
                .array();
        write("train-images-idx3-ubyte.gz", gzip(huge));
        assertTrue(failure().contains("more than the 1073741824 values"));
        byte[] large = ByteBuffer.allocate(16)
                .putInt(0x803)
                .putInt(1 << 20)
                .putInt(32)
                .putInt(32)
                .array();
        write("train-images-idx3-ubyte.gz", gzip(large));
        assertTrue(failure().contains("ends before"));
        byte[] negative = ByteBuffer.allocate(16)
                .putInt(0x803)
                .putInt(-1)
                .putInt(1)
                .putInt(1)
                .array();
        write("train-images-idx3-ubyte.gz", gzip(negative));
        assertTrue(failure().contains("has the size -1"));
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        write("train-labels-idx1-ubyte", images(3, 2, 2));
        assertTrue(failure().contains("is not an IDX file of unsigned bytes with 1 axes: it begins with 00000803"));
    }

    @Test
    void labelsMustMatchPictures() throws IOException {
        write("train-labels-idx1-ubyte", labels(1, 2));
        assertTrue(failure().contains("has 2 labels where 3 were expected, one for each picture of train-images"));
    }

    @Test
    void picturesOfBothPartsHaveOneSize() throws IOException {
        write("t10k-images.idx3-ubyte", images(1, 2, 3));
        assertTrue(failure().contains("has pictures of 2 × 3 where 2 × 2 was expected, as in train-images"));
    }

    @Test
    void damagedFilesNeverCauseAnotherException() throws IOException {
        byte[] packed = gzip(images(3, 2, 2));
        byte[] plain = labels(0, 2, 1);
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            write("train-images-idx3-ubyte.gz", damaged(packed, random));
            write("train-labels-idx1-ubyte", damaged(plain, random));
            try {
                IdxFolder.read(folder);
            } catch (DataException e) {
                refused++;
            }
        }
        assertTrue(refused > 1000, refused + " of 2000 were refused");
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes =
                random.nextInt(4) == 0 ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private String failure() {
        return String.valueOf(
                assertThrows(DataException.class, () -> IdxFolder.read(folder)).getMessage());
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    /** Pixels count down from 255 in the last picture, from 0 up by one a picture in the others. */
    private static byte[] images(int count, int rows, int columns) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + count * rows * columns);
        bytes.putInt(0x803).putInt(count).putInt(rows).putInt(columns);
        for (int i = 0; i < count * rows * columns; i++) {
            int picture = i / (rows * columns);
            bytes.put((byte) (picture == count - 1 ? 255 - i % (rows * columns) : picture));
        }
        return bytes.array();
    }

    private static byte[] labels(int... labels) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length).putInt(0x801).putInt(labels.length);
        for (int label : labels) {
            bytes.put((byte) label);
        }
        return bytes.array();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
