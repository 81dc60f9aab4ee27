package jimu.engine.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.engine.sweep.Search.Grid;
import jimu.engine.sweep.Search.RandomSearch;
import jimu.engine.sweep.Values.Listed;

/** A plan as a JSON object: lists of values as lists, ranges as on the command line. */
public final class SweepPlanJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SweepPlanJson() {}

    /** The plan as an object. */
    public static ObjectNode write(SweepPlan plan) {
        ObjectNode node = NODES.objectNode();
        ObjectNode knobs = node.putObject("knobs");
        plan.knobs().forEach((name, values) -> knobs.set(name, values(values)));
        if (plan.search() instanceof RandomSearch random) {
            node.put("search", "random").put("count", random.count()).put("seed", random.seed());
        } else {
            node.put("search", "grid");
        }
        plan.limits().runs().ifPresent(runs -> node.put("max_runs", runs));
        plan.limits().time().ifPresent(time -> node.put("max_seconds", time.toMillis() / 1000.0));
        plan.rule()
                .ifPresent(rule -> node.putObject("median_rule")
                        .put("epochs", rule.epochs())
                        .put("runs", rule.runs()));
        return node;
    }

    private static JsonNode values(Values values) {
        if (values instanceof Listed listed) {
            return plain(listed.values());
        }
        return NODES.textNode(values.text());
    }

    /** A value in plain form. */
    static JsonNode plain(Object plain) {
        if (plain instanceof List<?> several) {
            ArrayNode list = NODES.arrayNode();
            several.forEach(one -> list.add(plain(one)));
            return list;
        } else if (plain instanceof Long whole) {
            return NODES.numberNode(whole);
        } else if (plain instanceof Double number) {
            return NODES.numberNode(number);
        }
        return plain instanceof Boolean flag ? NODES.booleanNode(flag) : NODES.textNode(plain.toString());
    }

    /** The plain form of what {@link #plain(Object)} wrote. */
    static Object plain(JsonNode node) {
        if (node.isArray()) {
            List<Object> several = new ArrayList<>();
            node.forEach(one -> several.add(plain(one)));
            return List.copyOf(several);
        } else if (node.isIntegralNumber()) {
            return node.longValue();
        } else if (node.isNumber()) {
            return node.doubleValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.asText();
    }

    /**
     * The plan that such an object tells.
     *
     * @throws SweepException if it is none
     */
    public static SweepPlan read(JsonNode node) throws SweepException {
        Map<String, Values> knobs = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.path("knobs").properties()) {
            JsonNode values = field.getValue();
            if (values.isArray() && !values.isEmpty()) {
                knobs.put(field.getKey(), new Listed(listed(values)));
            } else {
                knobs.put(field.getKey(), ValuesText.parse(field.getKey(), values.asText()));
            }
        }
        try {
            Search search = node.path("search").asText().equals("random")
                    ? new RandomSearch(
                            node.path("count").asInt(), node.path("seed").asLong())
                    : new Grid();
            Limits limits = new Limits(
                    node.has("max_runs") ? OptionalInt.of(node.get("max_runs").asInt()) : OptionalInt.empty(),
                    node.has("max_seconds")
                            ? Optional.of(Duration.ofMillis(
                                    Math.round(1000 * node.get("max_seconds").asDouble())))
                            : Optional.empty());
            JsonNode rule = node.path("median_rule");
            return new SweepPlan(
                    knobs,
                    search,
                    limits,
                    rule.isObject()
                            ? Optional.of(new MedianRule(
                                    rule.path("epochs").asInt(),
                                    rule.path("runs").asInt()))
                            : Optional.empty());
        } catch (IllegalArgumentException e) {
            throw SweepException.of("plan");
        }
    }

    private static List<Object> listed(JsonNode array) {
        List<Object> values = new ArrayList<>();
        array.forEach(one -> values.add(plain(one)));
        return values;
    }
}
