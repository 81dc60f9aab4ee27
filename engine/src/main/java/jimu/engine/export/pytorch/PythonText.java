package jimu.engine.export.pytorch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of Python, laid out as the usual formatters would: indented by four, at most 100 columns wherever a line can break. */
final class PythonText {
    static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();

    /** Adds lines as they are. */
    PythonText lines(int depth, String... lines) {
        for (String line : lines) {
            if (!line.isEmpty()) {
                text.append("    ".repeat(depth)).append(line);
            }
            text.append('\n');
        }
        return this;
    }

    /** Adds a docstring: one line, or a first line and paragraphs of lines. */
    PythonText docstring(int depth, String first, List<String> more) {
        String begin = "\"\"\"" + escaped(first);
        if (more.isEmpty() && begin.length() + 4 * depth + 3 <= WIDTH) {
            return lines(depth, begin + "\"\"\"");
        }
        wrapped(depth, begin);
        more.forEach(line -> wrapped(depth, escaped(line)));
        return lines(depth, "\"\"\"");
    }

    /** Adds {@code head(arguments)}. */
    PythonText call(int depth, String head, List<String> arguments) {
        return broken(depth, head, arguments, "");
    }

    /** Adds {@code target = expression} and a comment, above it where there is no room behind it. */
    PythonText assignment(int depth, String target, String expression, String comment) {
        String line = target + " = " + expression;
        if (fits(depth, line + "  # " + comment)) {
            return lines(depth, line + "  # " + comment);
        }
        return lines(depth, "# " + comment).assignment(depth, target, expression);
    }

    /** Adds {@code target = expression}. */
    PythonText assignment(int depth, String target, String expression) {
        String line = target + " = " + expression;
        if (fits(depth, line)) {
            return lines(depth, line);
        }
        int open = PythonExpression.brackets(expression);
        return open > 0
                ? broken(
                        depth,
                        target + " = " + expression.substring(0, open),
                        PythonExpression.arguments(expression.substring(open + 1, expression.length() - 1)),
                        "")
                : lines(depth, target + " = (")
                        .lines(depth + 1, PythonExpression.terms(expression).toArray(String[]::new))
                        .lines(depth, ")");
    }

    /** Adds {@code return values}, in brackets where they take several lines. */
    PythonText giving(int depth, List<String> values) {
        String line = "return " + String.join(", ", values);
        if (fits(depth, line)) {
            return lines(depth, line);
        }
        lines(depth, "return (");
        fill(depth + 1, values.stream().map(value -> value + ",").toList());
        return lines(depth, ")");
    }

    /** Adds the head of a function. */
    PythonText definition(int depth, String name, List<String> parameters) {
        return broken(depth, "def " + name, parameters, ":");
    }

    private PythonText broken(int depth, String head, List<String> arguments, String tail) {
        String line = head + "(" + String.join(", ", arguments) + ")" + tail;
        if (fits(depth, line)) {
            return lines(depth, line);
        }
        lines(depth, head + "(");
        String inner = String.join(", ", arguments);
        if (fits(depth + 1, inner)) {
            lines(depth + 1, inner);
        } else {
            arguments.forEach(argument -> lines(depth + 1, argument + ","));
        }
        return lines(depth, ")" + tail);
    }

    /** Adds {@code name = torch.tensor([...])}, as many numbers to a line as fit. */
    PythonText tensor(int depth, String name, List<String> numbers) {
        String line = name + " = torch.tensor([" + String.join(", ", numbers) + "])";
        if (fits(depth, line)) {
            return lines(depth, line);
        }
        lines(depth, name + " = torch.tensor(", "    [");
        fill(depth + 2, numbers.stream().map(number -> number + ",").collect(Collectors.toList()));
        return lines(depth, "    ]", ")");
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void wrapped(int depth, String line) {
        String words = line.stripLeading();
        if (fits(depth, line) || words.isEmpty()) {
            lines(depth, line);
        } else {
            fill(depth, List.of(words.split(" ")));
        }
    }

    private void fill(int depth, List<String> words) {
        List<String> line = new ArrayList<>();
        for (String word : words) {
            if (!line.isEmpty() && !fits(depth, String.join(" ", line) + " " + word)) {
                lines(depth, String.join(" ", line));
                line.clear();
            }
            line.add(word);
        }
        lines(depth, String.join(" ", line));
    }

    private static boolean fits(int depth, String line) {
        return 4 * depth + line.length() <= WIDTH;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"\"\"", "\\\"\\\"\\\"");
    }
}
