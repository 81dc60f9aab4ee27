package jimu.engine.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jimu.engine.train.RunResult;

/** A variant's result as a JSON object; numbers that are not known, or not finite, are left out. */
public final class SweepResultJson {
    private SweepResultJson() {}

    /** The result as an object: the variant with its values first, then the numbers of its run as {@link RunResult} names them. */
    public static ObjectNode write(SweepResult result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("number", result.number());
        ObjectNode values = node.putObject("values");
        result.values().forEach((name, value) -> values.set(name, SweepPlanJson.plain(value)));
        node.put("state", name(result.state()));
        if (result.state() == SweepResult.State.WAITING) {
            return node;
        }
        node.put("parameters", result.parameters()).put("multiply_adds", result.multiplyAdds());
        if (!result.message().isEmpty()) {
            node.put("message", result.message());
        }
        result.folder().ifPresent(folder -> {
            node.put("run", folder);
            node.set("result", result.outcome().toJson());
            ArrayNode losses = node.putArray("losses");
            result.losses().forEach(loss -> {
                if (Double.isFinite(loss)) {
                    losses.add(loss);
                } else {
                    losses.addNull();
                }
            });
        });
        return node;
    }

    /** The result that such an object tells; empty if it is none. */
    public static Optional<SweepResult> read(JsonNode node) {
        Optional<SweepResult.State> state = Arrays.stream(SweepResult.State.values())
                .filter(one -> name(one).equals(node.path("state").asText()))
                .findFirst();
        if (state.isEmpty() || !node.path("number").canConvertToInt()) {
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.path("values").properties()) {
            values.put(field.getKey(), SweepPlanJson.plain(field.getValue()));
        }
        List<Double> losses = new ArrayList<>();
        node.path("losses").forEach(loss -> losses.add(loss.isNumber() ? loss.asDouble() : Double.NaN));
        return Optional.of(new SweepResult(
                node.path("number").intValue(),
                values,
                state.get(),
                node.path("parameters").asLong(),
                node.path("multiply_adds").asLong(),
                losses,
                RunResult.fromJson(node.path("result")).orElse(RunResult.NONE),
                node.path("message").asText()));
    }

    private static String name(SweepResult.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
