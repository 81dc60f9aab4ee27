package jimu.engine.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PythonLiteralTest {
    @Test
    void textsAreQuoted() {
        assertEquals("\"a \\\"b\\\" \\\\ c\"", PythonLiteral.of("a \"b\" \\ c"));
    }

    @Test
    void numbersHaveNoMoreDigitsThanTheyNeed() {
        assertEquals("1e-5", PythonLiteral.of(1e-5));
        assertEquals("2.5e-10", PythonLiteral.of(2.5e-10f));
        assertEquals("0.1", PythonLiteral.of(0.1f));
        assertEquals("0.0", PythonLiteral.of(-0.0));
        assertEquals("-3", PythonLiteral.of(-3L));
    }

    @Test
    void listsAreTuples() {
        assertEquals("(3, 5)", PythonLiteral.of(List.of(3L, 5L)));
        assertEquals("(2,)", PythonLiteral.of(List.of(2)));
        assertEquals("(True, 0.5)", PythonLiteral.of(List.of(true, 0.5)));
    }
}
