package jimu.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;

class DataLoaderTest {
    private static final Path SAMPLES =
            Path.of("../samples/datasets").toAbsolutePath().normalize();

    @Test
    void mnistHasItsOwnTestPart() throws DataException {
        LoadedData data = DataLoader.load(DataSettings.NONE.withSource(
                new DataSource.IdxFolder(SAMPLES.resolve("mnist").toString())));
        assertEquals("mnist", data.name());
        List<String> digits = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertEquals(
                List.of(
                        new Field("image", TensorType.float32(1, 28, 28), List.of()),
                        new Field("label", new TensorType(DType.INT32, TensorShape.SCALAR), digits)),
                data.fields());
        assertEquals(54_000, data.train().size());
        assertEquals(6_000, data.validation().size());
        assertEquals(10_000, data.test().size());
        int[] labels = new int[5];
        for (int i = 0; i < 5; i++) {
            data.test().copy("label", i, labels, i);
        }
        assertArrayEquals(new int[] {7, 2, 1, 0, 4}, labels);
        Affine map = data.preprocessing().map("image").orElseThrow();
        assertEquals(0.1307 * 255, map.offset()[0], 0.1);
        assertEquals(1 / (0.3081 * 255), map.scale()[0], 1e-4);
    }

    @Test
    void picturesGoFromZeroToOneUnlessStandardized() throws DataException {
        DataSource mnist = new DataSource.IdxFolder(SAMPLES.resolve("mnist").toString());
        LoadedData data = DataLoader.load(new DataSettings(Optional.of(mnist), false, 0, 0, 1));
        assertEquals(
                Affine.scaling(1.0 / 255), data.preprocessing().map("image").orElseThrow());
        assertEquals(60_000, data.train().size());
        assertEquals(0, data.validation().size());
    }

    @Test
    void tablesAreSplitByFractions() throws DataException {
        DataSource iris =
                new DataSource.CsvFile(SAMPLES.resolve("iris/iris.csv").toString(), List.of(), "species", true);
        LoadedData data = DataLoader.load(DataSettings.NONE.withSource(iris));
        assertEquals(
                List.of(
                        new Field("features", TensorType.float32(4), List.of()),
                        new Field(
                                "label",
                                new TensorType(DType.INT32, TensorShape.SCALAR),
                                List.of("setosa", "versicolor", "virginica"))),
                data.fields());
        assertEquals(108, data.train().size());
        assertEquals(12, data.validation().size());
        assertEquals(30, data.test().size());
        Affine fittedOnTrain = Affine.standardizingEach(data.train(), "features");
        assertEquals(fittedOnTrain, data.preprocessing().map("features").orElseThrow());
    }

    @Test
    void absentDataIsSaidInASentence() {
        assertEquals(
                "No data is chosen yet; choose a folder with MNIST's files or a CSV file.",
                failure(DataSettings.NONE).getMessage());
        assertEquals(
                "There is no folder \"/absent\"; choose the data again.",
                failure(DataSettings.NONE.withSource(new DataSource.IdxFolder("/absent")))
                        .getMessage());
        assertEquals(
                "There is no file \"/absent.csv\"; choose the data again.",
                failure(DataSettings.NONE.withSource(new DataSource.CsvFile("/absent.csv", List.of(), "y", true)))
                        .getMessage());
    }

    private static DataException failure(DataSettings settings) {
        return assertThrows(DataException.class, () -> DataLoader.load(settings));
    }
}
