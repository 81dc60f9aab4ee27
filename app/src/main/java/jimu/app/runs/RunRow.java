package jimu.app.runs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import jimu.app.text.RunText;
import jimu.engine.graph.Document;
import jimu.engine.runs.Change;
import jimu.engine.runs.KeptRun;
import jimu.engine.runs.RunDifference;

/**
 * A row of the table of runs.
 *
 * @param run the run
 * @param before the label of the run before; empty for the first
 * @param changes in what its document differs from that of the run before
 */
record RunRow(KeptRun run, String before, List<Change> changes) {
    private static final int FEW = 3;

    RunRow {
        changes = List.copyOf(changes);
    }

    /** A row for each run, the newest first. */
    static List<RunRow> of(List<KeptRun> runs) {
        List<RunRow> rows = new java.util.ArrayList<>();
        Optional<KeptRun> before = Optional.empty();
        for (KeptRun run : runs) {
            rows.add(0, of(before, run));
            before = run.document().isPresent() ? Optional.of(run) : before;
        }
        return rows;
    }

    private static RunRow of(Optional<KeptRun> before, KeptRun run) {
        Optional<Document> old = before.flatMap(KeptRun::document);
        if (old.isEmpty() || run.document().isEmpty()) {
            return new RunRow(run, "", List.of());
        }
        return new RunRow(
                run,
                before.map(KeptRun::label).orElse(""),
                RunDifference.of(old.get(), run.document().get()).changes());
    }

    /** Its cells as texts. */
    RunText text() {
        return new RunText(run);
    }

    /** The first few changes. */
    String changed() {
        return RunText.changed(changes, FEW);
    }

    /** Whether all words of {@code wanted} stand somewhere in the row. */
    boolean matches(String wanted) {
        RunText text = text();
        String all = String.join(
                        " ",
                        run.label(),
                        text.when(),
                        text.state(),
                        text.metric(),
                        text.test(),
                        run.notes().text(),
                        run.notes().star() ? "★" : "",
                        String.join(" ", changes.stream().map(Change::text).toList()))
                .toLowerCase(Locale.ROOT);
        return Stream.of(wanted.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    /** The epochs that it did. */
    double epochs() {
        return run.result().epochs();
    }

    /** Its lowest loss, as a number to sort by. */
    double bestLoss() {
        return sortable(run.result().bestLoss());
    }

    /** Its last loss, as a number to sort by. */
    double lastLoss() {
        return sortable(run.result().loss());
    }

    /** Its best metric, as a number to sort by. */
    double bestMetric() {
        return sortable(run.result().bestReading());
    }

    /** Its metric on the test part, as a number to sort by. */
    double testMetric() {
        return sortable(run.result().testReading());
    }

    /** How long it took, in seconds. */
    double seconds() {
        return run.result().seconds();
    }

    /** A number to sort by; what is not known comes first. */
    private static double sortable(OptionalDouble number) {
        return number.orElse(Double.NEGATIVE_INFINITY);
    }
}
