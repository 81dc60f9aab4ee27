package jimu.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.TargetKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationSetTest {
    private static final Path SAMPLES =
            Path.of("../samples/datasets").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private Path train;

    @BeforeEach
    void write() throws Exception {
        train = Files.writeString(folder.resolve("t.csv"), "a,b,y\n0,10,cat\n2,20,dog\n4,60,owl\n");
    }

    private LoadedData load(TargetKind kind, String validation) throws Exception {
        Path own = Files.writeString(folder.resolve("v.csv"), validation);
        DataSource source = new DataSource.CsvFile(train.toString(), List.of(), "y", kind);
        return DataLoader.load(DataSettings.NONE
                .withSource(source)
                .withFractions(0.5, 0)
                .withValidationPath(Optional.of(own.toString())));
    }

    @Test
    void itTakesThePlaceOfTheShareAndIsPreparedAsTheTrainingPart() throws Exception {
        LoadedData data = load(TargetKind.CLASS, "a,b,y\n8,30,dog\n2,30,cat\n");
        assertEquals(3, data.train().size());
        assertEquals(2, data.validation().size());
        float[] raw = new float[2];
        data.validation().copy("features", 0, raw, 0);
        assertArrayEquals(new float[] {8, 30}, raw);
        Affine map = data.preprocessing().map("features").orElseThrow();
        assertEquals(2, map.offset()[0], 1e-6, "the mean of the training part");
    }

    @Test
    void columnsGoByTheirNamesAndClassesByTheTrainingPartsNumbers() throws Exception {
        LoadedData data = load(TargetKind.CLASS, "y,b,a\nowl,30,8\ndog,50,9\n");
        float[] raw = new float[2];
        data.validation().copy("features", 0, raw, 0);
        assertArrayEquals(new float[] {8, 30}, raw);
        int[] labels = new int[2];
        data.validation().copy("label", 0, labels, 0);
        data.validation().copy("label", 1, labels, 1);
        assertArrayEquals(new int[] {2, 1}, labels);
        assertEquals(
                List.of("cat", "dog", "owl"), data.validation().field("label").classes());
    }

    @Test
    void aClassOfItsOwnIsRefused() {
        DataException thrown = assertThrows(DataException.class, () -> load(TargetKind.CLASS, "a,b,y\n8,30,bee\n"));
        assertEquals(
                "The validation set \"" + folder.resolve("v.csv") + "\" has the class \"bee\", which the training part"
                        + " does not have; it has cat, dog, owl.",
                thrown.getMessage());
    }

    @Test
    void aMissingColumnAndAMissingFileAreNamed() throws Exception {
        DataException thrown = assertThrows(DataException.class, () -> load(TargetKind.CLASS, "a,c,y\n8,30,cat\n"));
        assertEquals(
                "\"" + folder.resolve("v.csv") + "\" has no column \"b\"; its columns are a, c, y.",
                thrown.getMessage());
        DataSource source = new DataSource.CsvFile(train.toString(), List.of(), "y", TargetKind.CLASS);
        DataSettings nowhere =
                DataSettings.NONE.withSource(source).withValidationPath(Optional.of(folder + "/none.csv"));
        assertEquals(
                "There is no file \"" + folder + "/none.csv\"; choose the data again.",
                assertThrows(DataException.class, () -> DataLoader.load(nowhere))
                        .getMessage());
    }

    @Test
    void picturesOfAnotherSizeAreRefused() throws Exception {
        Path small = Files.createDirectories(folder.resolve("small"));
        for (String part : List.of("train", "t10k")) {
            Files.write(small.resolve(part + "-images-idx3-ubyte"), idx(new int[] {1, 2, 3}, 6));
            Files.write(small.resolve(part + "-labels-idx1-ubyte"), idx(new int[] {1}, 1));
        }
        DataSettings settings = DataSettings.NONE
                .withSource(new DataSource.IdxFolder(SAMPLES.resolve("mnist").toString()))
                .withValidationPath(Optional.of(small.toString()));
        String sentence = assertThrows(DataException.class, () -> DataLoader.load(settings))
                .getMessage();
        assertEquals(
                "The validation set \"" + small
                        + "\" has 1 × 2 × 3 for a sample of \"image\", where the training part has"
                        + " 1 × 28 × 28; choose a file of the same form.",
                sentence);
    }

    private static byte[] idx(int[] sizes, int values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + values);
        bytes.put(new byte[] {0, 0, 8, (byte) sizes.length});
        for (int size : sizes) {
            bytes.putInt(size);
        }
        return bytes.array();
    }

    @Test
    void aSeriesIsCutIntoItsOwnWindows() throws Exception {
        Path rows = Files.writeString(folder.resolve("s.csv"), "y\n" + "1\n2\n3\n4\n".repeat(5));
        Path own = Files.writeString(folder.resolve("o.csv"), "y\n5\n6\n7\n8\n");
        DataSource source = new DataSource.Series(rows.toString(), "y").withWindows(2, 1, 1);
        LoadedData data = DataLoader.load(DataSettings.NONE
                .withSource(source)
                .withFractions(0.2, 0)
                .withValidationPath(Optional.of(own.toString())));
        assertEquals(18, data.train().size());
        assertEquals(2, data.validation().size());
    }
}
