package jimu.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void aNumberStaysWithItsUnit() {
        assertEquals("Input: 0.11\u00a0MB    Weights: 16\u00a0B", Words.unbroken("Input: 0.11 MB    Weights: 16 B"));
        assertEquals("97.1\u00a0% in 3\u00a0ms, 2\u00a0s", Words.unbroken("97.1 % in 3 ms, 2 s"));
        assertEquals("内存：1.0\u00a0kB（参数 3", Words.unbroken("内存：1.0 kB（参数 3"));
    }

    @Test
    void whatIsNoUnitMayStandOnTheNextLine() {
        assertEquals("3 blocks, 12 samples × 4 Bs", Words.unbroken("3 blocks, 12 samples × 4 Bs"));
    }
}
