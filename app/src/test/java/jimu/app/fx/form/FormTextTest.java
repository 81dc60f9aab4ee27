package jimu.app.fx.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jimu.engine.layer.ParameterKind;
import org.junit.jupiter.api.Test;

class FormTextTest {
    @Test
    void numbersAreWrittenShortly() {
        assertEquals("3", FormText.write(3L));
        assertEquals("0.001", FormText.write(0.001));
        assertEquals("1e-8", FormText.write(1e-8));
        assertEquals("1", FormText.write(1.0));
        assertEquals("3, 5", FormText.write(List.of(3L, 5L)));
        assertEquals("0.9, 0.999", FormText.write(List.of(0.9, 0.999)));
        assertEquals("auto", FormText.write("auto"));
        assertEquals("", FormText.write(List.of()));
    }

    @Test
    void pairsAreReadInEverySpelling() {
        assertEquals(3L, FormText.read(ParameterKind.PAIR, " 3 "));
        assertEquals(List.of(3L, 5L), FormText.read(ParameterKind.PAIR, "3, 5"));
        assertEquals(List.of(3L, 5L), FormText.read(ParameterKind.PAIR, "(3,5)"));
        assertEquals(List.of(3L, 5L), FormText.read(ParameterKind.PAIR, "3 × 5"));
        assertEquals("same", FormText.read(ParameterKind.PADDING, "Same"));
        assertEquals("auto", FormText.read(ParameterKind.AUTO_PAIR, "auto"));
    }

    @Test
    void severalNumbersMayBeOneOrAutomatic() {
        assertEquals(List.of(2.0, 1.5), FormText.read(ParameterKind.SCALE, "2, 1.5"));
        assertEquals(2.0, FormText.read(ParameterKind.SCALE, "2"));
        assertEquals("auto", FormText.read(ParameterKind.SCALE, "Auto"));
        assertEquals(7L, FormText.read(ParameterKind.OUTPUT_SIZE, "7"));
        assertEquals(List.of("auto", 7L), FormText.read(ParameterKind.OUTPUT_SIZE, "auto, 7"));
        assertEquals(List.of(1L, 2L, 0L, -3L), FormText.read(ParameterKind.MARGINS, "1, 2, 0, -3"));
        assertEquals(1L, FormText.read(ParameterKind.MARGINS, "1"));
    }

    @Test
    void shapesAndScalarsAreRead() {
        assertEquals(List.of(1L, 28L, 28L), FormText.read(ParameterKind.SHAPE, "[1, 28, 28]"));
        assertEquals(List.of(), FormText.read(ParameterKind.SHAPE, ""));
        assertEquals(0.25, FormText.read(ParameterKind.NUMBER, "0.25"));
        assertEquals("auto", FormText.read(ParameterKind.SIZE, "auto"));
    }

    @Test
    void whatIsNoNumberStandsForItself() {
        assertEquals("3x", FormText.read(ParameterKind.INTEGER, "3x"));
        assertEquals("nan", FormText.read(ParameterKind.NUMBER, "nan"));
        assertEquals("", FormText.read(ParameterKind.PAIR, ""));
        assertEquals("1,,2", FormText.read(ParameterKind.SHAPE, "1,,2"));
    }
}
