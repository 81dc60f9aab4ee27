package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubleListTest {
    @Test
    void itIsAListLikeAnyOther() {
        DoubleList losses = new DoubleList();
        List<Double> expected = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            losses.add(i / 8.0);
            expected.add(i / 8.0);
        }
        losses.addAll(List.of(1.5, 2.5));
        expected.addAll(List.of(1.5, 2.5));
        assertEquals(expected, losses);
        assertThrows(IndexOutOfBoundsException.class, () -> losses.get(1002));
    }

    @Test
    void aCopyStaysAsItWas() {
        DoubleList losses = new DoubleList();
        losses.add(1.5);
        List<Double> copy = DoubleList.copyOf(losses);
        losses.add(2.5);
        assertEquals(List.of(1.5), copy);
        assertThrows(UnsupportedOperationException.class, () -> copy.add(3.5));
    }
}
