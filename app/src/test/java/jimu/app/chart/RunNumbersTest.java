package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunNumbersTest {
    private final RunNumbers numbers = new RunNumbers();

    @Test
    void aNewRunGetsTheLowestFreeNumberAndKeepsIt() {
        numbers.keep(List.of("a", "b", "c"));
        numbers.keep(List.of("c", "b", "d"));
        assertEquals(
                List.of(3, 2, 1),
                List.of("c", "b", "d").stream().map(numbers::of).toList());
    }

    @Test
    void theColourOfTheCurrentRunIsNeverThatOfAnother() {
        assertEquals(
                List.of(0, 1, 2, 3, 1, 2, 3),
                IntStream.range(0, 7)
                        .map(number -> RunNumbers.colour(number, 4))
                        .boxed()
                        .toList());
    }
}
