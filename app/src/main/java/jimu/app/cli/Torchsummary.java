package jimu.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.infer.Footprint;
import jimu.engine.infer.LayerSummary;
import jimu.engine.infer.NetworkSummary;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Source;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorType;

/**
 * A summary as torchsummary (github.com/sksq96/pytorch-summary) lays it out, with the right numbers where its own are wrong. An
 * open batch is −1; sources and losses, which are no modules of the model, have no line.
 */
final class Torchsummary {
    private static final int WIDTH = 64;
    private static final double MEGA = 1024.0 * 1024;

    private Torchsummary() {}

    static List<String> lines(NetworkSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add("-".repeat(WIDTH));
        lines.add(row("Layer (type)", "Output Shape", "Param #"));
        lines.add("=".repeat(WIDTH));
        int number = 0;
        for (LayerSummary layer : summary.layers()) {
            if (!(layer.block().layer() instanceof Source || layer.block().layer() instanceof Loss)) {
                String name = layer.block().layer().type() + "-" + ++number;
                lines.add(row(name, shapes(layer), count(layer.parameters())));
            }
        }
        Footprint footprint = summary.footprint();
        lines.add("=".repeat(WIDTH));
        lines.add("Total params: " + Numbers.grouped(summary.parameters()));
        lines.add("Trainable params: " + Numbers.grouped(summary.parameters()));
        lines.add("Non-trainable params: 0");
        lines.add("-".repeat(WIDTH));
        lines.add("Input size (MB): " + megabytes(footprint.inputs()));
        lines.add("Forward/backward pass size (MB): " + megabytes(footprint.forwardBackward()));
        lines.add("Params size (MB): " + megabytes(footprint.parameters()));
        lines.add("Estimated Total Size (MB): " + megabytes(footprint.total()));
        lines.add("-".repeat(WIDTH));
        if (summary.partial()) {
            lines.add(Texts.of("cli.summary.known"));
        }
        return lines;
    }

    private static String row(String name, String shape, String parameters) {
        return String.format(Locale.ROOT, "%20s  %25s %15s", name, shape, parameters);
    }

    private static String shapes(LayerSummary layer) {
        List<String> shapes =
                layer.outputs().values().stream().map(Torchsummary::sizes).toList();
        if (shapes.isEmpty()) {
            return Texts.of("cli.summary.unknown");
        }
        return shapes.size() == 1 ? shapes.get(0) : "[" + String.join(", ", shapes) + "]";
    }

    private static String sizes(TensorType type) {
        return type.shape().dims().stream()
                .map(dim -> dim.equals(Dim.N) ? "-1" : dim.toString())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String count(OptionalLong parameters) {
        return parameters.isPresent() ? Numbers.grouped(parameters.getAsLong()) : Texts.of("cli.summary.unknown");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f", bytes / MEGA);
    }
}
