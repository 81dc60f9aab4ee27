package jimu.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.engine.data.image.Resize;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.PictureSettings;
import jimu.engine.graph.Sampling;
import jimu.engine.graph.TargetKind;
import jimu.engine.shape.DType;
import jimu.engine.shape.IntPair;
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
        LoadedData data = DataLoader.load(
                DataSettings.NONE.withSource(mnist).withStandardize(false).withFractions(0, 0));
        assertEquals(
                Affine.scaling(1.0 / 255), data.preprocessing().map("image").orElseThrow());
        assertEquals(60_000, data.train().size());
        assertEquals(0, data.validation().size());
    }

    @Test
    void aLimitLeavesSomeOfEachKindOfData() throws DataException {
        DataSettings few = DataSettings.NONE.withMaxSamples(OptionalInt.of(20));
        LoadedData iris = DataLoader.load(few.withSource(new DataSource.CsvFile(
                SAMPLES.resolve("iris/iris.csv").toString(), List.of(), "species", TargetKind.CLASS)));
        assertEquals(20, iris.train().size());
        assertEquals(108, iris.train().available());
        assertEquals(2, iris.validation().size());
        assertEquals(6, iris.test().size());
        assertEquals(
                Affine.standardizingEach(iris.train(), "features"),
                iris.preprocessing().map("features").orElseThrow());
        LoadedData pairs = DataLoader.load(
                few.withSource(new DataSource.IdxFolder(SAMPLES.resolve("mnist").toString()))
                        .withSampling(Sampling.PAIRS)
                        .withMaxSamples(OptionalInt.of(5400)));
        assertEquals(5400, pairs.train().size());
        assertEquals(54_000, pairs.train().available());
        assertEquals(1000, pairs.test().size());
        LoadedData sunspots = DataLoader.load(few.withSource(
                new DataSource.Series(SAMPLES.resolve("series/sunspots.csv").toString(), "SUNACTIVITY")));
        assertEquals(20, sunspots.train().size());
    }

    @Test
    void tablesAreSplitByFractions() throws DataException {
        DataSource iris = new DataSource.CsvFile(
                SAMPLES.resolve("iris/iris.csv").toString(), List.of(), "species", TargetKind.CLASS);
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
    void aTargetOfTwoClassesMayBeTheNumberZeroOrOne() throws DataException {
        LoadedData data = DataLoader.load(DataSettings.NONE.withSource(table(
                "breast_cancer",
                List.of("mean_radius", "mean_texture"),
                "diagnosis",
                TargetKind.BINARY,
                Optional.empty())));
        assertEquals(
                new Field("target", TensorType.float32(1), List.of("malignant", "benign")),
                data.fields().get(1));
        assertEquals(
                569,
                data.train().size() + data.validation().size() + data.test().size());
        double sum = 0;
        float[] number = new float[1];
        for (Dataset part : List.of(data.train(), data.validation(), data.test())) {
            for (int i = 0; i < part.size(); i++) {
                part.copy("target", i, number, 0);
                sum += number[0];
            }
        }
        assertEquals(357, sum);
        assertEquals(
                "In \"" + SAMPLES.resolve("tabular/wine.csv")
                        + "\" the column \"cultivar\" has 3 different values; a number"
                        + " of 0 or 1 needs exactly two. Take it as classes or as numbers.",
                failure(DataSettings.NONE.withSource(
                                table("wine", List.of(), "cultivar", TargetKind.BINARY, Optional.empty())))
                        .getMessage());
    }

    @Test
    void columnsMayBeAPictureAndBeBroughtToASize() throws DataException {
        DataSettings digits = DataSettings.NONE.withSource(
                table("digits8x8", List.of(), "digit", TargetKind.CLASS, Optional.of(IntPair.of(8))));
        LoadedData small = DataLoader.load(digits.withStandardize(false));
        assertEquals(
                new Field("image", TensorType.float32(1, 8, 8), List.of()),
                small.fields().get(0));
        assertEquals(
                Affine.scaling(1.0 / 16), small.preprocessing().map("image").orElseThrow());
        PictureSettings large = new PictureSettings(Optional.of(new IntPair(32, 24)), PictureSettings.Colours.RGB);
        LoadedData colour = DataLoader.load(digits.withPictures(large));
        assertEquals(TensorType.float32(3, 32, 24), colour.fields().get(0).type());
        assertEquals(TensorType.float32(1, 8, 8), colour.train().fields().get(0).type());
        assertEquals(
                "\"" + SAMPLES.resolve("tabular/digits8x8.csv")
                        + "\" has 64 features, which are no picture of 8 × 7; choose"
                        + " other columns or another size.",
                failure(digits.withSource(table(
                                "digits8x8", List.of(), "digit", TargetKind.CLASS, Optional.of(new IntPair(8, 7)))))
                        .getMessage());
    }

    @Test
    void pairsArePreparedAsSinglePicturesAre() throws DataException {
        DataSettings digits = DataSettings.NONE
                .withSource(table("digits8x8", List.of(), "digit", TargetKind.CLASS, Optional.of(IntPair.of(8))))
                .withPictures(new PictureSettings(Optional.of(IntPair.of(16)), PictureSettings.Colours.AS_THEY_ARE));
        LoadedData single = DataLoader.load(digits);
        LoadedData pairs = DataLoader.load(digits.withSampling(Sampling.PAIRS));
        assertEquals(
                List.of("image1", "image2", "similar", "sign", "label1", "label2"),
                pairs.fields().stream().map(Field::name).toList());
        assertEquals(single.train().size(), pairs.train().size());
        assertEquals(single.preprocessing().map("image"), pairs.preprocessing().map("image2"));
        assertEquals(Optional.of(new Resize(1, 16, 16)), pairs.preprocessing().size("image1"));
        assertEquals(
                "Pairs and triplets need classes, and diabetes.csv has none; let the target be classes, or take single"
                        + " samples.",
                failure(DataSettings.NONE
                                .withSource(table(
                                        "diabetes", List.of(), "progression", TargetKind.NUMBER, Optional.empty()))
                                .withSampling(Sampling.TRIPLETS))
                        .getMessage());
    }

    private static DataSource table(
            String name, List<String> features, String target, TargetKind kind, Optional<IntPair> picture) {
        String file = SAMPLES.resolve("tabular/" + name + ".csv").toString();
        return new DataSource.CsvFile(file, features, target, kind, picture);
    }

    @Test
    void absentDataIsSaidInASentence() {
        assertEquals(
                "No data is chosen yet; choose a toy problem, a folder with MNIST's files or a CSV file.",
                failure(DataSettings.NONE).getMessage());
        assertEquals(
                "There is no folder \"/absent\"; choose the data again.",
                failure(DataSettings.NONE.withSource(new DataSource.IdxFolder("/absent")))
                        .getMessage());
        assertEquals(
                "There is no file \"/absent.csv\"; choose the data again.",
                failure(DataSettings.NONE.withSource(
                                new DataSource.CsvFile("/absent.csv", List.of(), "y", TargetKind.CLASS)))
                        .getMessage());
    }

    private static DataException failure(DataSettings settings) {
        return assertThrows(DataException.class, () -> DataLoader.load(settings));
    }
}
