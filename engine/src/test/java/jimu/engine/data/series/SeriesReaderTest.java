package jimu.engine.data.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jimu.engine.data.Affine;
import jimu.engine.data.DataException;
import jimu.engine.data.DataLoader;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.DataSource.Gaps;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesReaderTest {
    private static final Path SAMPLES =
            Path.of("../samples/datasets/series").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void windowsFollowEachOtherAndNoneSpansTwoParts() throws Exception {
        LoadedData data = load(
                "t,x\n0,0\n1,1\n2,2\n3,3\n4,4\n5,5\n6,6\n7,7\n8,8\n9,9\n10,10\n",
                List.of(),
                2,
                1,
                1,
                Gaps.INTERPOLATE,
                0.375,
                0.27);
        assertEquals(
                List.of(
                        new Field("sequence", TensorType.float32(2, 1), List.of()),
                        new Field("next", TensorType.float32(1), List.of())),
                data.fields());
        assertEquals(3, data.train().size());
        assertArrayEquals(new float[] {0, 1}, numbers(data.train(), "sequence", 0));
        assertArrayEquals(new float[] {2}, numbers(data.train(), "next", 0));
        assertArrayEquals(new float[] {4}, numbers(data.train(), "next", 2));
        assertEquals(1, data.validation().size());
        assertArrayEquals(new float[] {5, 6}, numbers(data.validation(), "sequence", 0));
        assertArrayEquals(new float[] {7}, numbers(data.validation(), "next", 0));
    }

    @Test
    void theScaleIsThatOfTheTrainingPartForBothFields() throws Exception {
        LoadedData data =
                load("t,x\n0,1\n1,3\n2,1\n3,3\n4,900\n5,900\n6,900\n", List.of(), 1, 1, 1, Gaps.INTERPOLATE, 0, 0.429);
        Affine scale = new Affine(new double[] {2}, new double[] {1});
        assertEquals(scale, data.preprocessing().map("sequence").orElseThrow());
        assertEquals(scale, data.preprocessing().map("next").orElseThrow());
    }

    @Test
    void severalColumnsStandSideBySideAtEachStep() throws Exception {
        LoadedData data = load("a,b\n1,10\n2,20\n3,30\n4,40\n5,50\n", List.of("b", "a"), 2, 2, 1, Gaps.LEAVE_OUT, 0, 0);
        assertArrayEquals(new float[] {10, 1, 20, 2}, numbers(data.train(), "sequence", 0));
        assertArrayEquals(new float[] {3, 4}, numbers(data.train(), "next", 0));
        assertEquals(2, data.train().size());
        assertEquals(2, data.preprocessing().map("sequence").orElseThrow().offset().length);
    }

    @Test
    void gapsAreFilledWithinAPartAndNeverFromTheNext() throws Exception {
        String text = "x\n1\n\"\"\n3\n\"\"\n5\n\"\"\n70\n80\n\"\"\n100\n";
        LoadedData filled = load(text, List.of(), 1, 1, 1, Gaps.INTERPOLATE, 0, 0.4);
        assertEquals(4, filled.train().size());
        assertArrayEquals(new float[] {2}, numbers(filled.train(), "next", 0));
        assertArrayEquals(new float[] {5}, numbers(filled.train(), "next", 3));
        assertArrayEquals(new float[] {90}, numbers(filled.test(), "next", 1));
        LoadedData left = load(text, List.of(), 1, 1, 1, Gaps.LEAVE_OUT, 0, 0);
        assertEquals(1, left.train().size());
        assertArrayEquals(new float[] {80}, numbers(left.train(), "next", 0));
    }

    @Test
    void windowsMayBeginEveryFewRows() throws Exception {
        LoadedData data = load("x\n0\n1\n2\n3\n4\n5\n6\n7\n", List.of(), 2, 1, 3, Gaps.INTERPOLATE, 0, 0);
        assertEquals(2, data.train().size());
        assertArrayEquals(new float[] {3, 4}, numbers(data.train(), "sequence", 1));
    }

    @Test
    void sizesThatCannotBeAreSaidInASentence() throws Exception {
        String text = "x\n0\n1\n2\n3\n4\n5\n6\n7\n";
        assertEquals(
                "\"" + folder.resolve("s.csv")
                        + "\": the validation part has 2 rows, and a window with its horizon needs 4;"
                        + " take a shorter window or larger shares.",
                failure(text, List.of(), 3, 1, Gaps.INTERPOLATE, 0.2));
        assertEquals(
                "\"" + folder.resolve("s.csv") + "\": the training part has 8 rows, and a window with its horizon needs"
                        + " 4294967294; take a shorter window or larger shares.",
                failure(text, List.of(), Integer.MAX_VALUE, Integer.MAX_VALUE, Gaps.INTERPOLATE, 0));
        assertEquals(
                "\"" + folder.resolve("s.csv")
                        + "\": the column \"x\" has no number in the training part; choose another" + " column.",
                failure("x,y\n,1\n,1\n,1\n", List.of("x"), 1, 1, Gaps.INTERPOLATE, 0));
        assertEquals(
                "\"" + folder.resolve("s.csv") + "\": in the training part no 2 rows in a row, as a window with its"
                        + " horizon needs them, are without a gap; take a shorter window, or let gaps be filled.",
                failure("x,y\n1,1\n,1\n2,1\n", List.of(), 1, 1, Gaps.LEAVE_OUT, 0));
    }

    @Test
    void theSamplesGiveWindows() throws Exception {
        DataSource sunspots =
                new DataSource.Series(SAMPLES.resolve("sunspots.csv").toString(), "SUNACTIVITY");
        LoadedData data = DataLoader.load(DataSettings.NONE.withSource(sunspots));
        assertEquals(222 - 12, data.train().size());
        assertEquals(25 - 12, data.validation().size());
        assertEquals(62 - 12, data.test().size());
        assertArrayEquals(
                new float[] {5, 11, 16, 23, 36, 58, 29, 20, 10, 8, 3, 0}, numbers(data.train(), "sequence", 0));
        DataSource co2 = new DataSource.Series(SAMPLES.resolve("co2.csv").toString(), "co2");
        LoadedData weekly = DataLoader.load(DataSettings.NONE.withSource(co2));
        assertEquals(
                2284,
                weekly.train().size()
                        + weekly.validation().size()
                        + weekly.test().size()
                        + 3 * 12);
    }

    private LoadedData load(
            String text,
            List<String> features,
            int window,
            int horizon,
            int stride,
            Gaps gaps,
            double validation,
            double test)
            throws IOException, DataException {
        Path file = Files.writeString(folder.resolve("s.csv"), text);
        String target = text.startsWith("a,b") ? "a" : "x";
        DataSource source = new DataSource.Series(file.toString(), features, target, window, horizon, stride, gaps);
        return DataLoader.load(DataSettings.NONE.withSource(source).withFractions(validation, test));
    }

    private String failure(String text, List<String> features, int window, int horizon, Gaps gaps, double validation) {
        return String.valueOf(
                assertThrows(DataException.class, () -> load(text, features, window, horizon, 1, gaps, validation, 0))
                        .getMessage());
    }

    private static float[] numbers(Dataset data, String field, int sample) {
        float[] numbers = new float[data.field(field).elements()];
        data.copy(field, sample, numbers, 0);
        return numbers;
    }
}
