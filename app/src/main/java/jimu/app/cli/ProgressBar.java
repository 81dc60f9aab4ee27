package jimu.app.cli;

import java.io.PrintWriter;

/**
 * A line that fills up while something goes on. Where a person watches it is written over; in a pipe or a file it grows by one
 * cell after another, so that it ends as one plain line there, too.
 */
final class ProgressBar {
    /** How wide it is. */
    static final int CELLS = 16;

    /** Back to the first column, and no line break where the terminal ends. */
    private static final String BEGIN = "\r\u001b[?7l";

    /** Erases the rest of the line, and lines break again. */
    private static final String END = "\u001b[K\u001b[?7h";

    private final PrintWriter out;
    private final Terminal terminal;
    private final String label;
    private int drawn;
    private boolean begun;

    /** A bar behind {@code label}; nothing is written yet. */
    ProgressBar(PrintWriter out, Terminal terminal, String label) {
        this.out = out;
        this.terminal = terminal;
        this.label = label;
    }

    /** Shows a share from 0 to 1; {@code note} stands behind the bar where the line can be written over. */
    void show(double share, String note) {
        int cells = (int) Math.round(CELLS * Math.max(0, Math.min(1, share)));
        if (terminal.live()) {
            String bar = full().repeat(cells) + empty().repeat(CELLS - cells);
            out.print(BEGIN + label + bar + note + END);
        } else {
            out.print((begun ? "" : label) + full().repeat(Math.max(0, cells - drawn)));
        }
        out.flush();
        drawn = Math.max(drawn, cells);
        begun = true;
    }

    /** Fills the bar and ends the line with {@code note}. */
    void finish(String note) {
        show(1, note);
        out.println(terminal.live() ? "" : note);
    }

    /** Ends the line as it is, if there is one. */
    void leave() {
        if (begun) {
            out.println();
        }
    }

    private String full() {
        return String.valueOf(terminal.choose('━', '='));
    }

    private String empty() {
        return String.valueOf(terminal.choose('─', '-'));
    }
}
