package jimu.app.text;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import jimu.engine.runs.Change;
import jimu.engine.runs.CurveDifference;
import jimu.engine.runs.KeptRun;
import jimu.engine.train.RunResult;

/** A kept run as a person reads it, in the cells of a table; what is not known is empty. */
public record RunText(KeptRun run) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** When it began, in the time of this place. */
    public String when() {
        return run.began()
                .map(time -> TIME.format(time.atZoneSameInstant(ZoneId.systemDefault())))
                .orElse("");
    }

    /** Whether and how it ended; that it is broken, if it is. */
    public String state() {
        return run.broken().isPresent() && run.document().isEmpty()
                ? Texts.of("runs.state.broken")
                : Texts.of("runs.state." + run.result().status().name().toLowerCase(Locale.ROOT));
    }

    /** The epochs done, of those planned where that is more. */
    public String epochs() {
        RunResult result = run.result();
        return result.epochs() >= result.planned()
                ? String.valueOf(result.epochs())
                : result.epochs() + "/" + result.planned();
    }

    /** The lowest loss of an epoch. */
    public String bestLoss() {
        return loss(run.result().bestLoss());
    }

    /** The last loss of an epoch. */
    public String loss() {
        return loss(run.result().loss());
    }

    /** The metric after the epoch of the lowest loss, with its name. */
    public String metric() {
        return reading(run.result().bestReading());
    }

    /** The metric on the test part, or else the loss there. */
    public String test() {
        RunResult result = run.result();
        return result.testReading().isPresent() ? reading(result.testReading()) : loss(result.testLoss());
    }

    /** How long it took. */
    public String time() {
        return run.result().seconds() == 0 ? "" : Numbers.duration(run.result().seconds());
    }

    private static String loss(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ENGLISH, "%.4f", value.getAsDouble()) : "";
    }

    private String reading(OptionalDouble value) {
        return value.isPresent()
                ? run.result()
                        .metric()
                        .map(name -> MetricText.of(name).reading(value.getAsDouble()))
                        .orElse(Numbers.measured(value.getAsDouble()))
                : "";
    }

    /** The first {@code few} changes in a line, and how many more there are. */
    public static String changed(List<Change> changes, int few) {
        String told = changes.stream().limit(few).map(RunText::brief).collect(Collectors.joining(", "));
        return changes.size() <= few ? told : Texts.of("runs.changed.more", told, changes.size() - few);
    }

    private static String brief(Change change) {
        return change.kind() == Change.Kind.CHANGED
                ? change.text()
                : change.kind().sign() + " " + change.name();
    }

    /** How two curves compare, in a sentence or two. */
    public static String curves(CurveDifference curves) {
        if (curves.firstStep().isEmpty()) {
            return Texts.of("runs.curves.same");
        }
        return Texts.of(
                "runs.curves",
                curves.lower(),
                curves.epochs(),
                Numbers.measured(curves.last()),
                Numbers.measured(curves.largest()),
                curves.largestEpoch(),
                Numbers.grouped(curves.firstStep().getAsLong()));
    }
}
