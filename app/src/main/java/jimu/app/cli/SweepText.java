package jimu.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jimu.app.cli.Table.Column;
import jimu.app.cli.Table.Side;
import jimu.app.text.MetricText;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.sweep.Search.RandomSearch;
import jimu.engine.sweep.Sweep;
import jimu.engine.sweep.SweepResult;
import jimu.engine.sweep.SweepResult.State;
import jimu.engine.sweep.ValuesText;
import jimu.engine.train.RunResult;

/** A line for each variant when it is over, then a table with the best first. */
final class SweepText implements SweepReport {
    private final PrintWriter out;
    private final char rule;
    private int variants;

    /** Writes to {@code out}, drawing lines of {@code rule}. */
    SweepText(PrintWriter out, char rule) {
        this.out = out;
        this.rule = rule;
    }

    @Override
    public void began(Sweep sweep) {
        variants = sweep.space().size();
        String knobs = sweep.plan().knobs().entrySet().stream()
                .map(knob -> knob.getKey() + " " + knob.getValue().text())
                .collect(Collectors.joining("; "));
        out.println(
                sweep.plan().search() instanceof RandomSearch random
                        ? Texts.of("cli.sweep.random", Numbers.grouped(variants), random.seed(), knobs)
                        : Texts.of("cli.sweep.grid", Numbers.grouped(variants), knobs));
        out.println();
    }

    @Override
    public void over(SweepResult result) {
        String values = result.values().entrySet().stream()
                .map(value -> value.getKey() + " " + ValuesText.of(value.getValue()))
                .collect(Collectors.joining(", "));
        String place = result.number() + "/" + variants;
        int width = 2 * Integer.toString(variants).length() + 1;
        out.println(" ".repeat(Math.max(0, width - place.length())) + place + "  " + values + ": " + told(result));
    }

    private static String told(SweepResult result) {
        if (!result.message().isEmpty()) {
            return result.message();
        }
        RunResult outcome = result.outcome();
        String loss = MetricText.of("loss").reading(outcome.bestLoss().orElse(Double.NaN));
        String metric = outcome.metric()
                .filter(name -> outcome.bestReading().isPresent())
                .map(name ->
                        ", " + MetricText.of(name).reading(outcome.bestReading().getAsDouble()))
                .orElse("");
        String state = result.state() == State.FINISHED ? "" : ", " + state(result.state());
        return loss + metric + ", " + Numbers.duration(outcome.seconds()) + state;
    }

    private static String state(State state) {
        return Texts.of("sweep.state." + state.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void ended(Sweep sweep) {
        List<SweepResult> results = sweep.results();
        out.println();
        table(sweep, results).forEach(out::println);
        long left = results.stream().filter(result -> !result.state().over()).count();
        if (left > 0) {
            out.println(Texts.of("cli.sweep.left", Numbers.grouped(left)));
        }
        out.println(Texts.of("cli.sweep.kept", sweep.folder().path(), Numbers.duration(sweep.seconds())));
    }

    private List<String> table(Sweep sweep, List<SweepResult> results) {
        Optional<String> metric = results.stream()
                .flatMap(result -> result.outcome().metric().stream())
                .findFirst();
        List<String> names =
                sweep.space().knobs().stream().map(knob -> knob.name()).toList();
        Table table = new Table(columns(names, metric));
        results.stream()
                .filter(result -> result.state().over())
                .sorted(Comparator.comparingDouble(
                        result -> result.outcome().bestLoss().orElse(Double.POSITIVE_INFINITY)))
                .forEach(result -> table.add(cells(result, metric)));
        List<String> lines = new ArrayList<>(List.of(table.heading(), table.rule(rule)));
        lines.addAll(table.lines());
        lines.add(table.rule(rule));
        return lines;
    }

    private static Column[] columns(List<String> names, Optional<String> metric) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(Texts.of("sweep.column.number"), Side.RIGHT));
        names.forEach(name -> columns.add(new Column(name, Side.RIGHT)));
        columns.add(new Column(Texts.of("sweep.column.parameters"), Side.RIGHT));
        columns.add(new Column(Texts.of("sweep.column.multiplyAdds"), Side.RIGHT));
        columns.add(new Column(Texts.of("sweep.column.best"), Side.RIGHT));
        metric.ifPresent(name -> {
            columns.add(new Column(MetricText.of(name).heading(), Side.RIGHT));
            columns.add(
                    new Column(Texts.of("sweep.column.test", MetricText.of(name).shortTitle()), Side.RIGHT));
        });
        columns.add(new Column(Texts.of("sweep.column.seconds"), Side.RIGHT));
        columns.add(new Column("", Side.LEFT));
        return columns.toArray(Column[]::new);
    }

    private static String[] cells(SweepResult result, Optional<String> metric) {
        RunResult outcome = result.outcome();
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(result.number()));
        result.values().values().forEach(value -> cells.add(ValuesText.of(value)));
        boolean known = result.parameters() > 0;
        cells.add(known ? Numbers.grouped(result.parameters()) : "");
        cells.add(known ? Numbers.grouped(result.multiplyAdds()) : "");
        cells.add(
                outcome.bestLoss().isPresent()
                        ? Numbers.measured(outcome.bestLoss().getAsDouble())
                        : "");
        metric.map(MetricText::of).ifPresent(text -> {
            cells.add(text.number(outcome.bestReading().orElse(Double.NaN)));
            cells.add(text.number(outcome.testReading().orElse(Double.NaN)));
        });
        cells.add(outcome.epochs() > 0 ? Numbers.duration(outcome.seconds()) : "");
        cells.add(result.state() == State.FINISHED ? "" : state(result.state()));
        return cells.toArray(String[]::new);
    }
}
