package jimu.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

class CondensedConfusionTest {
    private static final ConfusionMatrix WHOLE = new ConfusionMatrix(
            List.of("a", "b", "c", "d"), new long[] {9, 0, 1, 0, 0, 5, 0, 0, 4, 0, 2, 1, 0, 0, 0, 7});

    @Test
    void theClassesWithTheMostMistakesStayAndTheOthersAreOne() {
        CondensedConfusion condensed = CondensedConfusion.of(WHOLE, 3, "others");
        assertEquals(List.of(0, 2), condensed.kept());
        assertEquals(List.of("a", "c", "others"), condensed.matrix().classes());
        assertArrayEquals(
                new long[] {9, 1, 0, 4, 2, 1, 0, 0, 12}, condensed.matrix().counts());
        assertEquals(2, condensed.others(WHOLE));
    }

    @Test
    void fewClassesStayAsTheyAre() {
        CondensedConfusion condensed = CondensedConfusion.of(WHOLE, 4, "others");
        assertSame(WHOLE, condensed.matrix());
        assertEquals(0, condensed.others(WHOLE));
    }
}
