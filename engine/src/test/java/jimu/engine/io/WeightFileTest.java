package jimu.engine.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import jimu.engine.data.Affine;
import jimu.engine.data.Preprocessing;
import jimu.engine.layer.ParameterSpec.Kind;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.shape.TensorShape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightFileTest {
    private static final TensorShape TWO = TensorShape.of(2);
    private static final Preprocessing SCALED = new Preprocessing(Map.of("image", Affine.scaling(1.0 / 255)));

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("w.safetensors");
    }

    @Test
    void weightsAndPreprocessingComeBack() throws Exception {
        WeightFile.write(file, weights("fc.weight", TWO, 1, 2), SCALED);
        WeightFile read = WeightFile.read(file);
        assertEquals(SCALED, read.preprocessing());
        Weight weight = only(read.fit(weights("fc.weight", TWO, 0, 0), file));
        assertArrayEquals(new float[] {1, 2}, weight.values());
        assertEquals(Kind.BUFFER, weight.kind());
    }

    @Test
    void otherNamesAndShapesAreRefused() throws Exception {
        WeightFile.write(file, weights("fc.weight", TWO, 1, 2), Preprocessing.NONE);
        WeightFile read = WeightFile.read(file);
        assertThrows(FileException.class, () -> read.fit(weights("fc2.weight", TWO, 0, 0), file));
        assertThrows(FileException.class, () -> read.fit(weights("fc.weight", TensorShape.of(1, 2), 0, 0), file));
    }

    @Test
    void filesOfOtherProgramsHaveNoPreprocessing() throws Exception {
        Safetensors.write(file, Map.of("format", "pt"), Map.of("fc.weight", NumberArray.of(TWO, new double[] {1, 2})));
        WeightFile read = WeightFile.read(file);
        assertEquals(Preprocessing.NONE, read.preprocessing());
        Weight weight = only(read.fit(weights("fc.weight", TWO, 0, 0), file));
        assertArrayEquals(new float[] {1, 2}, weight.values());
        Safetensors.write(file, Map.of("jimu.preprocessing", "nonsense"), Map.of());
        assertThrows(FileException.class, () -> WeightFile.read(file));
    }

    @Test
    void damagedFilesAreReadOrRefused() throws Exception {
        WeightFile.write(file, weights("fc.weight", TWO, 1, 2), SCALED);
        int refused = Damage.refusals(file, 1000, WeightFile::read);
        assertTrue(refused > 500, refused + " of 1000 were refused");
    }

    private static Weight only(WeightSnapshot weights) {
        return weights.arrays().values().iterator().next();
    }

    private static WeightSnapshot weights(String name, TensorShape shape, float... values) {
        return new WeightSnapshot(Map.of(name, new Weight(shape, values, Kind.BUFFER)));
    }
}
