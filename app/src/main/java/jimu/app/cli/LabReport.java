package jimu.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import jimu.app.cli.Table.Column;
import jimu.app.cli.Table.Side;
import jimu.app.fx.tensor.Statistics;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.export.pytorch.PyTorchCall;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Formula;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Loss;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.message.Messages;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import jimu.engine.verify.Experiment;
import jimu.engine.verify.Experiment.Reading;

/**
 * What an experiment has shown.
 *
 * @param experiment the layer and its inputs
 * @param readings the tensors of a run; none if it was not run
 * @param all whether numbers are wanted of large tensors, too
 */
record LabReport(Experiment experiment, List<Reading> readings, boolean all) {
    private static final long FEW = 64;
    private static final long MANY = 10_000;
    private static final long SMALL = 20_000_000;
    private static final long CHEAP = 10_000_000_000L;
    private static final int ROW = 8;
    private static final int OPERATIONS = 2;

    /** Whether a run takes neither much memory nor long. */
    static boolean isSmall(Experiment experiment) {
        return experiment.elements() <= SMALL && experiment.multiplyAdds() <= CHEAP;
    }

    /** The report for people, of inputs that fit. */
    List<String> lines() {
        Known known = experiment.known().orElseThrow();
        String type = experiment.layer().type();
        List<String> lines = new ArrayList<>();
        lines.add(PyTorchCall.of(experiment.layer(), known));
        lines.add(Messages.text("layer." + type));
        lines.add("");
        lines.addAll(shapes().lines());
        for (Formula formula : experiment.formulas()) {
            lines.add("");
            lines.add(formula.general());
            if (!formula.filled().equals(formula.general())) {
                lines.add(formula.filled());
            }
        }
        lines.add("");
        lines.addAll(costs(known).lines());
        lines.add("");
        lines.add(
                readings.isEmpty()
                        ? Texts.of("cli.lab.large")
                        : Texts.of(experiment.layer() instanceof Loss ? "cli.lab.loss" : "cli.lab.squares"));
        readings.forEach(reading -> write(reading, lines));
        return lines;
    }

    private Table shapes() {
        Table table = new Table(new Column("", Side.LEFT), new Column("", Side.LEFT));
        for (int i = 0; i < experiment.inputs().size(); i++) {
            String note = i == 0 ? "   " + Texts.of("cli.lab.samples.note", experiment.samples()) : "";
            table.add(
                    experiment.layer().inputs().get(i).name(),
                    experiment.inputs().get(i) + note);
        }
        experiment.outputs().forEach((port, output) -> table.add(port, output.toString()));
        return table;
    }

    private Table costs(Known known) {
        Table table = new Table(new Column("", Side.LEFT), new Column("", Side.LEFT), new Column("", Side.RIGHT));
        table.add(Texts.of("summary.parameters"), "", Numbers.grouped(known.trainable()));
        for (ParameterSpec spec : known.parameters()) {
            String kind = spec.trainable() ? "" : "   " + Texts.of("cli.lab.buffer");
            table.add("  " + spec.name(), spec.shape() + kind, Numbers.grouped(spec.elements()));
        }
        table.add(Texts.of("summary.multiplyAdds"), "", Numbers.grouped(experiment.multiplyAdds()));
        table.add(Texts.of("summary.flops"), "", Numbers.grouped(OPERATIONS * experiment.multiplyAdds()));
        return table;
    }

    private void write(Reading reading, List<String> lines) {
        Statistics statistics = Statistics.of(reading.values());
        lines.add("");
        lines.add(Texts.of(
                "cli.lab.role." + reading.role().name().toLowerCase(Locale.ROOT), reading.name(), reading.type()));
        if (reading.values().length > (all ? MANY : FEW)) {
            lines.add("  "
                    + Texts.of(
                            "cli.lab.statistics",
                            Numbers.measured(statistics.min()),
                            Numbers.measured(statistics.max()),
                            Numbers.measured(statistics.mean()),
                            Numbers.measured(statistics.deviation())));
            return;
        }
        TensorShape shape = reading.type().shape();
        int last = shape.rank() == 0 ? 1 : Math.toIntExact(shape.dim(-1).factor());
        int columns = shape.rank() == 1 ? Math.min(last, ROW) : last;
        Table table = new Table(IntStream.range(0, columns)
                .mapToObj(column -> new Column("", Side.RIGHT))
                .toArray(Column[]::new));
        for (int row = 0; row < reading.values().length; row += columns) {
            String[] cells = new String[columns];
            for (int i = 0; i < columns; i++) {
                cells[i] = row + i < reading.values().length ? text(reading, row + i) : "";
            }
            table.add(cells);
        }
        table.lines().forEach(line -> lines.add("  " + line));
    }

    private static String text(Reading reading, int index) {
        float value = reading.values()[index];
        return reading.type().dtype().isFloating() ? Numbers.measured(value) : Integer.toString((int) value);
    }

    /** The same for programs. */
    ObjectNode json() {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("layer", experiment.layer().type());
        node.set(
                "arguments",
                new ObjectMapper()
                        .valueToTree(LayerCatalog.of(experiment.layer()).values(experiment.layer())));
        ArrayNode inputs = node.putArray("inputs");
        for (int i = 0; i < experiment.inputs().size(); i++) {
            type(
                    inputs.addObject(),
                    experiment.layer().inputs().get(i).name(),
                    experiment.inputs().get(i));
        }
        node.put("samples", experiment.samples());
        node.put("fits", experiment.known().isPresent());
        ArrayNode problems = node.putArray("problems");
        experiment.problems().stream().map(Finding::advice).forEach(problems::add);
        experiment.known().ifPresent(known -> json(known, node));
        return node;
    }

    private void json(Known known, ObjectNode node) {
        node.put("pytorch", PyTorchCall.of(experiment.layer(), known));
        ArrayNode outputs = node.putArray("outputs");
        experiment.outputs().forEach((port, type) -> type(outputs.addObject(), port, type));
        ArrayNode formulas = node.putArray("formulas");
        experiment
                .formulas()
                .forEach(formula ->
                        formulas.addObject().put("general", formula.general()).put("filled", formula.filled()));
        node.put("trainable_parameters", known.trainable());
        ArrayNode parameters = node.putArray("parameters");
        for (ParameterSpec spec : known.parameters()) {
            ObjectNode parameter = parameters.addObject().put("name", spec.name());
            SummaryJson.write(spec.shape(), parameter.putArray("shape"));
            parameter.put("elements", spec.elements()).put("trainable", spec.trainable());
        }
        node.put("multiply_adds", experiment.multiplyAdds());
        node.put("flops", OPERATIONS * experiment.multiplyAdds());
        ArrayNode tensors = node.putArray("tensors");
        readings.forEach(reading -> json(reading, tensors.addObject()));
    }

    private void json(Reading reading, ObjectNode node) {
        node.put("role", reading.role().name().toLowerCase(Locale.ROOT));
        type(node, reading.name(), reading.type());
        Statistics statistics = Statistics.of(reading.values());
        node.put("min", statistics.min()).put("max", statistics.max());
        node.put("mean", statistics.mean()).put("deviation", statistics.deviation());
        if (reading.values().length <= (all ? MANY : FEW)) {
            ArrayNode values = node.putArray("values");
            for (float value : reading.values()) {
                values.add(value);
            }
        }
    }

    private static void type(ObjectNode node, String name, TensorType type) {
        node.put("name", name);
        SummaryJson.write(type.shape(), node.putArray("shape"));
        node.put("dtype", type.dtype().label());
    }
}
