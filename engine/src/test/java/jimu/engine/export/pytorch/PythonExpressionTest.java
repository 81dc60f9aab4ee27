package jimu.engine.export.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PythonExpressionTest {
    @Test
    void aCallEndsWithItsBrackets() {
        assertEquals(9, PythonExpression.brackets("torch.cat((a, b), dim=1)"));
        assertEquals(-1, PythonExpression.brackets("a + f(b)"));
        assertEquals(-1, PythonExpression.brackets("a"));
    }

    @Test
    void argumentsAreParted() {
        assertEquals(List.of("(a, b)", "dim=1"), PythonExpression.arguments("(a, b), dim=1"));
        assertEquals(List.of("x"), PythonExpression.arguments("x"));
    }

    @Test
    void termsKeepTheOperatorBeforeThem() {
        assertEquals(List.of("a", "- f(b - c)", "+ d"), PythonExpression.terms("a - f(b - c) + d"));
        assertEquals(List.of("x.select(1, -1)"), PythonExpression.terms("x.select(1, -1)"));
    }
}
