package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PyramidTest {
    private final Random random = new Random(1);
    private final Extent found = new Extent();
    private final Extent expected = new Extent();

    @Test
    void anyStretchHoldsWhatItsValuesHold() {
        Pyramid pyramid = new Pyramid(1 << 15);
        float[] values = new float[20_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = value();
            pyramid.add(values[i]);
        }
        for (int trial = 0; trial < 2000; trial++) {
            int from = random.nextInt(values.length);
            int to = from + 1 + random.nextInt(trial % 2 == 0 ? 100 : values.length - from);
            check(pyramid, values, from, Math.min(to, values.length), 1);
        }
    }

    @Test
    void everyLengthIsToldWholeWhileItGrows() {
        Pyramid pyramid = new Pyramid(1 << 12);
        float[] values = new float[300];
        for (int i = 0; i < values.length; i++) {
            values[i] = value();
            pyramid.add(values[i]);
            check(pyramid, values, 0, i + 1, 1);
        }
    }

    @Test
    void withoutRoomPlacesAreMergedAndNothingIsLost() {
        Pyramid pyramid = new Pyramid(128);
        float[] values = new float[128 * 13];
        for (int i = 0; i < values.length; i++) {
            values[i] = value();
            pyramid.add(values[i]);
            assertTrue(pyramid.size() <= 128, "places: " + pyramid.size());
            if (i % 37 == 0 && pyramid.size() > 0) {
                check(pyramid, values, 0, pyramid.size(), pyramid.grain());
            }
        }
        assertEquals(32, pyramid.grain());
        int places = pyramid.size();
        assertEquals(values.length / 32, places);
        for (int from = 0; from < places; from++) {
            for (int to = from + 1; to <= places; to++) {
                check(pyramid, values, from, to, 32);
            }
        }
    }

    @Test
    void aCopyStaysAsItWas() {
        Pyramid pyramid = new Pyramid(128);
        for (int i = 0; i < 100; i++) {
            pyramid.add(i);
        }
        Pyramid copy = pyramid.copy();
        for (int i = 0; i < 1000; i++) {
            pyramid.add(-1);
        }
        copy.gather(0, copy.size(), found);
        assertEquals(100, found.finite());
        assertEquals(0, found.low());
        assertEquals(99, found.high());
    }

    private float value() {
        int kind = random.nextInt(50);
        if (kind == 0) {
            return random.nextBoolean() ? Float.NaN : Float.POSITIVE_INFINITY;
        }
        return (float) (random.nextGaussian() * (kind == 1 ? 1000 : 1));
    }

    private void check(Pyramid pyramid, float[] values, int from, int to, int grain) {
        found.clear();
        pyramid.gather(from, to, found);
        expected.clear();
        for (int i = from * grain; i < to * grain; i++) {
            expected.add(values[i]);
        }
        assertEquals(expected.low(), found.low());
        assertEquals(expected.high(), found.high());
        assertEquals(expected.finite(), found.finite());
        assertEquals(expected.bad(), found.bad());
        assertEquals(expected.mean(), found.mean(), 1e-4 * Math.max(1, expected.high() - expected.low()));
    }
}
