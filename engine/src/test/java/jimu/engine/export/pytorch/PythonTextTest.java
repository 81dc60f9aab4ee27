package jimu.engine.export.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PythonTextTest {
    private static final String LONG = "a".repeat(60);

    @Test
    void aCallThatFitsStandsOnOneLineWithItsComment() {
        assertEquals(
                "        x = self.fc(x)  # N × 10\n",
                new PythonText().call(2, "x = self.fc", List.of("x"), "N × 10").toString());
    }

    @Test
    void aCommentWithoutRoomStandsAbove() {
        assertEquals(
                "# " + LONG + "\nx = " + LONG + "(x)\n",
                new PythonText().call(0, "x = " + LONG, List.of("x"), LONG).toString());
    }

    @Test
    void longArgumentsBreakIntoALineAndThenIntoOneEach() {
        assertEquals(
                "x = " + LONG + "(\n    b" + LONG + ", c\n)\n",
                new PythonText()
                        .call(0, "x = " + LONG, List.of("b" + LONG, "c"), "")
                        .toString());
        assertEquals(
                "def f(\n    b" + LONG + ",\n    c" + LONG + ",\n):\n",
                new PythonText()
                        .definition(0, "f", List.of("b" + LONG, "c" + LONG))
                        .toString());
    }

    @Test
    void numbersOfATensorFillLinesOfAHundredColumns() {
        assertEquals(
                "scale = torch.tensor([1.0, 2.0])\n",
                new PythonText().tensor(0, "scale", List.of("1.0", "2.0")).toString());
        List<String> lines = new PythonText()
                .tensor(0, "scale", Collections.nCopies(100, "0.5"))
                .toString()
                .lines()
                .toList();
        assertEquals("scale = torch.tensor(", lines.get(0));
        assertEquals("    [", lines.get(1));
        assertEquals("        " + "0.5, ".repeat(17) + "0.5,", lines.get(2));
        assertEquals("    ]", lines.get(lines.size() - 2));
    }

    @Test
    void textsAndNumbersArePythonLiterals() {
        assertEquals("\"a \\\"b\\\" \\\\ c\"", PythonText.quoted("a \"b\" \\ c"));
        assertEquals("1e-5", PythonText.number(1e-5));
        assertEquals("2.5e-10", PythonText.number(2.5e-10f));
        assertEquals("0.1", PythonText.number(0.1f));
        assertEquals("0.0", PythonText.number(-0.0));
    }

    @Test
    void docstringsCannotBeLeft() {
        assertEquals(
                "\"\"\"a \\\"\\\"\\\" b\"\"\"\n",
                new PythonText().docstring(0, "a \"\"\" b", List.of()).toString());
    }
}
