package jimu.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jimu.app.Main;

/**
 * What the command line said and how it ended.
 *
 * @param exit the exit code
 * @param out the standard output
 * @param err the standard error output
 */
record Said(int exit, String out, String err) {
    /** The answer to arguments, written to a file as it were. */
    static Said to(Object... arguments) {
        return on(new Terminal(false, StandardCharsets.UTF_8), arguments);
    }

    static Said on(Terminal terminal, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int exit = Main.commandLine(terminal)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(texts);
        return new Said(exit, out.toString(), err.toString());
    }

    /** A refusal: exit code 2 and one sentence. */
    static Said refusal(String sentence) {
        return new Said(2, "", sentence + System.lineSeparator());
    }

    /** Lines on the standard output. */
    static Said lines(int exit, String... lines) {
        return new Said(exit, String.join(System.lineSeparator(), lines) + System.lineSeparator(), "");
    }

    List<String> outLines() {
        return out.lines().toList();
    }
}
