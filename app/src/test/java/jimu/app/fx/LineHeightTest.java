package jimu.app.fx;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LineHeightTest {
    @Test
    void fontsWithLatinLettersAloneHaveLowLines() {
        assertFalse(LineHeight.isTall(15.1, 13));
    }

    @Test
    void fontsWithChineseLettersHaveTallOnes() {
        assertTrue(LineHeight.isTall(18.9, 13));
    }
}
