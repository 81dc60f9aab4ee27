package jimu.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import jimu.app.cli.Table.Column;
import jimu.app.cli.Table.Side;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.infer.Footprint;
import jimu.engine.infer.LayerSummary;
import jimu.engine.infer.NetworkSummary;
import jimu.engine.layer.Problem.Severity;
import jimu.engine.shape.TensorType;

/**
 * A summary as a table with the sums below.
 *
 * @param summary what it says
 * @param file where the network lies
 */
record SummaryTable(NetworkSummary summary, Path file) {
    /** The lines, {@code rule} drawing those between. */
    List<String> lines(char rule) {
        Table table = new Table(
                new Column(Texts.of("summary.name"), Side.LEFT),
                new Column(Texts.of("summary.type"), Side.LEFT),
                new Column(Texts.of("summary.output"), Side.LEFT),
                new Column(Texts.of("summary.parameters"), Side.RIGHT),
                new Column(Texts.of("summary.multiplyAdds"), Side.RIGHT),
                new Column(Texts.of("summary.flops"), Side.RIGHT),
                new Column(Texts.of("summary.memory"), Side.RIGHT));
        summary.layers().forEach(layer -> add(table, layer));
        List<String> lines = new ArrayList<>(List.of(table.heading(), table.rule(rule)));
        lines.addAll(table.lines());
        lines.add(table.rule(rule));
        lines.addAll(sums().lines());
        if (summary.partial()) {
            int problems = summary.inference().findings(Severity.SHAPE).size();
            lines.addAll(List.of("", Texts.of("cli.summary.partial", problems, file)));
        }
        return lines;
    }

    /** A layer's line, and one more for each output besides the main one. */
    private static void add(Table table, LayerSummary layer) {
        String unknown = Texts.of("cli.summary.unknown");
        Map<String, TensorType> outputs = layer.outputs();
        table.add(
                layer.block().path(),
                layer.block().layer().type(),
                outputs.values().stream().findFirst().map(TensorType::toString).orElse(unknown),
                layer.block()
                        .sharesWeightsOf()
                        .map(owner -> Texts.of("cli.summary.shared", owner))
                        .orElse(text(layer.parameters(), Numbers::grouped, unknown)),
                text(layer.multiplyAdds(), Numbers::grouped, unknown),
                text(layer.flops(), Numbers::grouped, unknown),
                text(layer.bytes(), Numbers::bytes, layer.known().isPresent() ? "" : unknown));
        outputs.entrySet().stream()
                .skip(1)
                .forEach(output ->
                        table.add("", output.getKey(), output.getValue().toString(), "", "", "", ""));
    }

    private Table sums() {
        Footprint footprint = summary.footprint();
        Table sums = new Table(new Column("", Side.LEFT), new Column("", Side.RIGHT), new Column("", Side.LEFT));
        String samples = summary.batch().isPresent()
                ? Texts.of("cli.summary.batch", Numbers.grouped(summary.batch().getAsLong()))
                : Texts.of("cli.summary.sample");
        sums.add(Texts.of("cli.summary.total"), Numbers.grouped(summary.parameters()), "");
        sums.add(Texts.of("cli.summary.trainable"), Numbers.grouped(summary.parameters()), "");
        if (summary.buffers() > 0) {
            sums.add(
                    Texts.of("cli.summary.buffers"),
                    Numbers.grouped(summary.buffers()),
                    Texts.of("cli.summary.buffers.note"));
        }
        sums.add(Texts.of("summary.multiplyAdds"), Numbers.grouped(summary.multiplyAdds()), samples);
        sums.add(Texts.of("summary.flops"), Numbers.grouped(summary.flops()), samples);
        sums.add(Texts.of("cli.summary.inputs"), Numbers.bytes(footprint.inputs()), samples);
        sums.add(Texts.of("cli.summary.outputs"), Numbers.bytes(footprint.forwardBackward()), samples);
        sums.add(Texts.of("cli.summary.weights"), Numbers.bytes(footprint.parameters()), "");
        sums.add(Texts.of("cli.summary.memory"), Numbers.bytes(footprint.total()), samples);
        return sums;
    }

    private static String text(OptionalLong count, LongFunction<String> write, String otherwise) {
        return count.isPresent() ? write.apply(count.getAsLong()) : otherwise;
    }
}
