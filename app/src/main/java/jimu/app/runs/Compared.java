package jimu.app.runs;

import java.util.ArrayList;
import java.util.List;
import jimu.app.text.RunText;
import jimu.app.text.Texts;
import jimu.engine.runs.Change;
import jimu.engine.runs.RunDifference;

/**
 * In what one run differs from another, for people.
 *
 * @param title which runs they are
 * @param lines a line for each change, and about the curves
 */
record Compared(String title, List<Line> lines) {
    /** A line, and what it tells of: ADDED, REMOVED, CHANGED, or nothing of the kind. */
    record Line(String kind, String text) {}

    Compared {
        lines = List.copyOf(lines);
    }

    static Compared of(String before, String after, RunDifference difference) {
        List<Line> lines = new ArrayList<>();
        difference.curves().ifPresent(curves -> lines.add(new Line("", RunText.curves(curves))));
        for (Change change : difference.changes()) {
            lines.add(new Line(change.kind().name(), change.toString()));
        }
        if (difference.isEmpty()) {
            lines.add(new Line("", Texts.of("runs.difference.none")));
        }
        return new Compared(Texts.of("runs.difference.title", after, before), lines);
    }
}
