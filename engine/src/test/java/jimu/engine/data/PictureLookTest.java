package jimu.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.data.PictureLook.Paper;
import jimu.engine.data.image.Pixels;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;

class PictureLookTest {
    private static final Field FIELD =
            new Field("image", new TensorType(DType.FLOAT32, TensorShape.of(1, 8, 8)), List.of());

    /** Two pictures of a bar, four and six pixels high. */
    private record Bars(float paper, float ink) implements Dataset {
        @Override
        public String name() {
            return "bars";
        }

        @Override
        public List<Field> fields() {
            return List.of(FIELD);
        }

        @Override
        public int size() {
            return 2;
        }

        @Override
        public void copy(String field, int sample, float[] to, int at) {
            for (int i = 0; i < 64; i++) {
                boolean bar = i % 8 == 3 && i / 8 >= 1 && i / 8 < 5 + 2 * sample;
                to[at + i] = bar ? ink : paper;
            }
        }

        @Override
        public void copy(String field, int sample, int[] to, int at) {
            throw new IllegalArgumentException(field);
        }
    }

    @Test
    void whiteOnBlackIsSeenInTheCorners() {
        assertEquals(new PictureLook(0, 16, Paper.BLACK, 5 / 8.0), PictureLook.of(new Bars(0, 16), FIELD));
        assertEquals(new PictureLook(-1, 1, Paper.BLACK, 5 / 8.0), PictureLook.of(new Bars(-1, 1), FIELD));
    }

    @Test
    void blackOnWhiteToo() {
        assertEquals(new PictureLook(0, 255, Paper.WHITE, 5 / 8.0), PictureLook.of(new Bars(255, 0), FIELD));
    }

    @Test
    void picturesWithoutPlainPaperHaveNone() {
        assertEquals(new PictureLook(0, 255, Paper.NONE, 20 / 28.0), PictureLook.of(new Bars(100, 255), FIELD));
    }

    @Test
    void withoutSamplesThePreprocessingTellsWhetherNumbersAreBytes() {
        assertEquals(1, PictureLook.unseen(Preprocessing.NONE, "image").high());
        Preprocessing bytes = new Preprocessing(Map.of("image", Affine.scaling(1 / 255.0)));
        assertEquals(255, PictureLook.unseen(bytes, "image").high());
        Preprocessing mnist =
                new Preprocessing(Map.of("image", new Affine(new double[] {33.3}, new double[] {0.0127})));
        assertEquals(255, PictureLook.unseen(mnist, "image").high());
        Preprocessing shares = new Preprocessing(Map.of("image", new Affine(new double[] {0.13}, new double[] {3.2})));
        assertEquals(1, PictureLook.unseen(shares, "image").high());
    }

    @Test
    void aPictureTakesTheNumbersOfTheData() {
        PictureLook look = new PictureLook(-1, 3, Paper.NONE, 1);
        assertArrayEquals(new float[] {-1, 1, 3}, look.raw(new Pixels(1, 1, 3, new float[] {0, 0.5f, 1})), 1e-6f);
    }
}
