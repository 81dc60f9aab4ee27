package jimu.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.data.image.Resize;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreprocessingTest {
    private static final Preprocessing TWO = new Preprocessing(Map.of(
            "image", Affine.scaling(1.0 / 255), "features", new Affine(new double[] {5.8, 3}, new double[] {0.1, 1e-9
            })));

    @Test
    void comesBackFromJson() throws DataException {
        assertEquals(TWO, Preprocessing.fromJson(TWO.toJson()));
        assertEquals(Preprocessing.NONE, Preprocessing.fromJson(Preprocessing.NONE.toJson()));
    }

    @Test
    void sizesOfPicturesComeBackWithAndWithoutAMap() throws DataException {
        Preprocessing sized = new Preprocessing(
                Map.of("a", Affine.scaling(0.5)), Map.of("a", new Resize(3, 224, 227), "b", new Resize(1, 2, 3)));
        assertEquals(sized, Preprocessing.fromJson(sized.toJson()));
        assertEquals(
                TensorType.float32(3, 224, 227),
                sized.prepared(new Field("a", TensorType.float32(1, 28, 28), List.of()))
                        .type());
    }

    @Test
    void jsonIsPlain() {
        Preprocessing one = new Preprocessing(Map.of("x", new Affine(new double[] {1.5}, new double[] {2})));
        assertEquals("{\"x\":{\"offset\":[1.5],\"scale\":[2.0]}}", one.toJson());
        assertEquals(Optional.empty(), one.map("y"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "nonsense",
                "{\"x\":1}",
                "{\"x\":{\"offset\":[1],\"scale\":[1,2]}}",
                "{\"x\":{\"offset\":[\"1\"],\"scale\":[1]}}",
                "{\"x\":{\"offset\":[1e999],\"scale\":[1]}}",
                "{\"x\":{\"offset\":[],\"scale\":[]}}",
                "{\"x\":{\"resize\":[1,2]}}",
                "{\"x\":{\"resize\":[3,0,2]}}",
                "{\"x\":{\"resize\":[3,100000,100000]}}"
            })
    void otherTextIsRefused(String json) {
        assertThrows(DataException.class, () -> Preprocessing.fromJson(json));
    }
}
