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
                new PythonText().assignment(2, "x", "self.fc(x)", "N × 10").toString());
    }

    @Test
    void aCommentWithoutRoomStandsAbove() {
        assertEquals(
                "# " + LONG + "\nx = " + LONG + "(x)\n",
                new PythonText().assignment(0, "x", LONG + "(x)", LONG).toString());
    }

    @Test
    void longArgumentsBreakIntoALineAndThenIntoOneEach() {
        assertEquals(
                "x = " + LONG + "(\n    b" + LONG + ", c\n)\n",
                new PythonText()
                        .call(0, "x = " + LONG, List.of("b" + LONG, "c"))
                        .toString());
        assertEquals(
                "def f(\n    b" + LONG + ",\n    c" + LONG + ",\n):\n",
                new PythonText()
                        .definition(0, "f", List.of("b" + LONG, "c" + LONG))
                        .toString());
    }

    @Test
    void aLongAssignmentBreaksInItsCallOrElseBeforeItsOperators() {
        assertEquals(
                "# N\nx = torch.cat(\n    (" + LONG + ", b" + LONG.substring(40) + "), dim=1\n)\n",
                new PythonText()
                        .assignment(0, "x", "torch.cat((" + LONG + ", b" + LONG.substring(40) + "), dim=1)", "N")
                        .toString());
        assertEquals(
                "# N\nx = (\n    " + LONG + "\n    + f(" + LONG + ", 1 - 2)\n)\n",
                new PythonText()
                        .assignment(0, "x", LONG + " + f(" + LONG + ", 1 - 2)", "N")
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
    void docstringsCannotBeLeft() {
        assertEquals(
                "\"\"\"a \\\"\\\"\\\" b\"\"\"\n",
                new PythonText().docstring(0, "a \"\"\" b", List.of()).toString());
    }
}
