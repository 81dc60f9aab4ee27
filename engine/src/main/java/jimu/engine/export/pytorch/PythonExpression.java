package jimu.engine.export.pytorch;

import java.util.ArrayList;
import java.util.List;

/** Where an expression of Python can be broken into lines. */
final class PythonExpression {
    private PythonExpression() {}

    /** Where the brackets open that the whole expression ends with, as those of a call do; −1 where it is no call. */
    static int brackets(String expression) {
        int depth = 0;
        for (int i = expression.length() - 1; i >= 0; i--) {
            depth += nesting(expression.charAt(i));
            if (depth == 0) {
                return expression.endsWith(")") && terms(expression).size() == 1 ? i : -1;
            }
        }
        return -1;
    }

    /** The arguments between a call's brackets. */
    static List<String> arguments(String text) {
        return split(text, ", ", 2);
    }

    /** The terms of a sum or product, each with the operator before it. */
    static List<String> terms(String expression) {
        List<String> terms = List.of(expression);
        for (String operator : List.of(" + ", " - ", " * ", " / ", " @ ")) {
            terms = terms.stream()
                    .flatMap(term -> split(term, operator, 1).stream())
                    .toList();
        }
        return terms;
    }

    /** Cuts at a separator outside all brackets and drops its first characters. */
    private static List<String> split(String text, String separator, int dropped) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += nesting(text.charAt(i));
            if (depth == 0 && i > begin && text.startsWith(separator, i)) {
                parts.add(text.substring(begin, i));
                begin = i + dropped;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }

    private static int nesting(char character) {
        return switch (character) {
            case '(', '[', '{' -> 1;
            case ')', ']', '}' -> -1;
            default -> 0;
        };
    }
}
