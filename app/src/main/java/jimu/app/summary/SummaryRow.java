package jimu.app.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.infer.LayerSummary;
import jimu.engine.train.LayerProfile;

/**
 * One layer in the table.
 *
 * @param layer what is known of it
 * @param profile what it takes of a training step, where that was measured
 * @param share the part of the layers' time that it takes
 */
record SummaryRow(LayerSummary layer, Optional<LayerProfile> profile, double share) {
    private static final double MILLION = 1e6;

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
                "summary.memory", layer.bytes(),
                "profile.time", figure(LayerProfile::nanos),
                "profile.share", figure(LayerProfile::nanos),
                "profile.memory", figure(LayerProfile::bytes));
    }

    private OptionalLong figure(ToLongFunction<LayerProfile> figure) {
        return profile.stream().mapToLong(figure).findFirst();
    }

    /** What was measured, as people read it. */
    private String measured(String key, LayerProfile measured) {
        if (measured.within().isPresent() && !key.equals("profile.memory")) {
            return key.equals("profile.time")
                    ? Texts.of("profile.within.short", measured.within().get())
                    : "";
        }
        return switch (key) {
            case "profile.time" -> Numbers.milliseconds(measured.nanos());
            case "profile.share" -> Numbers.share(share);
            default -> Numbers.bytes(measured.bytes());
        };
    }

    /** The count in a column as people read it. */
    String text(String key) {
        if (key.startsWith("profile.")) {
            return profile.map(one -> measured(key, one)).orElse("");
        }
        OptionalLong count = counts().getOrDefault(key, OptionalLong.empty());
        if (key.equals("summary.parameters") && layer.block().sharesWeightsOf().isPresent()) {
            return Texts.of("summary.shared", layer.block().sharesWeightsOf().get());
        }
        return count.isEmpty()
                ? ""
                : key.equals("summary.memory") ? Numbers.bytes(count.getAsLong()) : Numbers.grouped(count.getAsLong());
    }

    /** The cells for a spreadsheet: numbers without grouping, memory in bytes, times in milliseconds. */
    List<String> cells() {
        List<String> cells = new ArrayList<>(plainCells());
        profile.ifPresent(measured -> {
            cells.add(Double.toString(measured.nanos() / MILLION));
            cells.add(Double.toString(share));
            cells.add(Long.toString(measured.bytes()));
        });
        return cells;
    }

    private List<String> plainCells() {
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
