package jimu.app.summary;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.infer.LayerSummary;

/**
 * One layer in the table.
 *
 * @param layer what is known of it
 */
record SummaryRow(LayerSummary layer) {
    String path() {
        return layer.block().path();
    }

    /** The id of the block on the canvas that it is or lies in. */
    String block() {
        return layer.block().blocks().get(0);
    }

    String type() {
        return layer.block().layer().type();
    }

    /** The shapes of all outputs; empty while unknown. */
    String output() {
        return layer.outputs().entrySet().stream()
                .map(output -> layer.outputs().size() == 1
                        ? output.getValue().toString()
                        : Texts.of("summary.output.of", output.getKey(), output.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** The counts by the keys of their columns; empty where nothing is known or nothing counts. */
    Map<String, OptionalLong> counts() {
        return Map.of(
                "summary.parameters", layer.parameters(),
                "summary.multiplyAdds", layer.multiplyAdds(),
                "summary.flops", layer.flops(),
                "summary.memory", layer.bytes());
    }

    /** The count in a column as people read it. */
    String text(String key) {
        OptionalLong count = counts().getOrDefault(key, OptionalLong.empty());
        if (key.equals("summary.parameters") && layer.block().sharesWeightsOf().isPresent()) {
            return Texts.of("summary.shared", layer.block().sharesWeightsOf().get());
        }
        return count.isEmpty()
                ? ""
                : key.equals("summary.memory") ? Numbers.bytes(count.getAsLong()) : Numbers.grouped(count.getAsLong());
    }

    /** The cells for a spreadsheet: numbers without grouping, memory in bytes. */
    List<String> cells() {
        return List.of(
                path(),
                type(),
                output(),
                plain(layer.parameters()),
                plain(layer.multiplyAdds()),
                plain(layer.flops()),
                plain(layer.bytes()));
    }

    private static String plain(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }
}
