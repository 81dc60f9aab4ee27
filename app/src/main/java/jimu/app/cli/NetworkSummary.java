package jimu.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import jimu.app.cli.Table.Column;
import jimu.app.cli.Table.Side;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.infer.Footprint;
import jimu.engine.infer.Inference;
import jimu.engine.infer.Totals;
import jimu.engine.layer.Problem.Severity;

/**
 * Every layer of a network with its output shape, parameters and cost, and what they sum up to.
 *
 * @param model the network
 * @param batch the samples of a batch; where it is open, shapes show N and costs are those of one sample
 * @param rows the layers in the order in which they are computed
 */
record NetworkSummary(Model model, OptionalLong batch, List<SummaryRow> rows) {
    static NetworkSummary of(Model model, OptionalLong batch) {
        Inference inference = model.inference();
        List<SummaryRow> rows = inference.order().stream()
                .map(path -> SummaryRow.of(inference.graph().require(path), inference, batch))
                .toList();
        return new NetworkSummary(model, batch, rows);
    }

    /** The lines of a table with the sums below, {@code rule} drawing the lines between. */
    List<String> lines(char rule) {
        Table table = new Table(
                new Column(Texts.of("summary.name"), Side.LEFT),
                new Column(Texts.of("summary.type"), Side.LEFT),
                new Column(Texts.of("summary.output"), Side.LEFT),
                new Column(Texts.of("summary.parameters"), Side.RIGHT),
                new Column(Texts.of("cli.summary.cost"), Side.RIGHT));
        rows.forEach(row -> table.add(row.cells()));
        List<String> lines = new ArrayList<>(List.of(table.heading(), table.rule(rule)));
        lines.addAll(table.lines());
        lines.add(table.rule(rule));
        lines.addAll(sums().lines());
        if (totals().partial()) {
            int problems = model.inference().findings(Severity.SHAPE).size();
            lines.addAll(List.of("", Texts.of("cli.summary.partial", problems, model.file())));
        }
        return lines;
    }

    /** The same for programs. */
    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", model.file().toString());
        batch.ifPresentOrElse(count -> node.put("batch", count), () -> node.putNull("batch"));
        ArrayNode layers = node.putArray("layers");
        rows.forEach(row -> row.writeTo(layers.addObject()));
        Footprint footprint = footprint();
        node.putObject("totals")
                .put("parameters", totals().parameters())
                .put("trainable_parameters", totals().parameters())
                .put("buffers", totals().buffers())
                .put("multiply_adds", multiplyAdds())
                .put("input_bytes", footprint.inputs())
                .put("forward_backward_bytes", footprint.forwardBackward())
                .put("parameter_bytes", footprint.parameters())
                .put("partial", totals().partial());
        return node;
    }

    private Table sums() {
        Footprint footprint = footprint();
        Table sums = new Table(new Column("", Side.LEFT), new Column("", Side.RIGHT), new Column("", Side.LEFT));
        String samples = batch.isPresent()
                ? Texts.of("cli.summary.batch", Numbers.grouped(batch.getAsLong()))
                : Texts.of("cli.summary.sample");
        sums.add(Texts.of("cli.summary.trainable"), Numbers.grouped(totals().parameters()), "");
        if (totals().buffers() > 0) {
            sums.add(Texts.of("cli.summary.buffers"), Numbers.grouped(totals().buffers()), "");
        }
        sums.add(Texts.of("cli.summary.cost"), Numbers.grouped(multiplyAdds()), samples);
        sums.add(Texts.of("cli.summary.inputs"), Numbers.bytes(footprint.inputs()), samples);
        sums.add(Texts.of("cli.summary.outputs"), Numbers.bytes(footprint.forwardBackward()), samples);
        sums.add(Texts.of("cli.summary.weights"), Numbers.bytes(footprint.parameters()), "");
        return sums;
    }

    private long multiplyAdds() {
        double sum =
                rows.stream().mapToDouble(row -> row.multiplyAdds().orElse(0)).sum();
        return sum >= Long.MAX_VALUE
                ? Long.MAX_VALUE
                : rows.stream().mapToLong(row -> row.multiplyAdds().orElse(0)).sum();
    }

    private Totals totals() {
        return model.inference().totals();
    }

    private Footprint footprint() {
        return Footprint.of(model.inference(), batch.orElse(1));
    }
}
