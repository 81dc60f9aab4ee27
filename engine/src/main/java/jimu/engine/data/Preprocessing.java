package jimu.engine.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is done to raw data before it enters a network; fitted on the training part, it travels with the weights.
 *
 * @param maps the map of each field that has one; other fields stay raw
 */
public record Preprocessing(Map<String, Affine> maps) {
    /** Leaves everything raw. */
    public static final Preprocessing NONE = new Preprocessing(Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LIMIT = 1 << 24;

    public Preprocessing {
        maps = Collections.unmodifiableMap(new LinkedHashMap<>(maps));
    }

    /** The map of a field, if it has one. */
    public Optional<Affine> map(String field) {
        return Optional.ofNullable(maps.get(field));
    }

    /** A JSON object: {@code {"image": {"offset": [33.3], "scale": [0.0127]}}}. */
    public String toJson() {
        ObjectNode root = JSON.createObjectNode();
        maps.forEach((field, map) -> {
            ObjectNode node = root.putObject(field);
            numbers(node.putArray("offset"), map.offset());
            numbers(node.putArray("scale"), map.scale());
        });
        return root.toString();
    }

    /** Reads what {@link #toJson} wrote. */
    public static Preprocessing fromJson(String json) throws DataException {
        if (json.length() > LIMIT) {
            throw new DataException("preprocessing.bad");
        }
        try {
            JsonNode root = JSON.readTree(json);
            if (!root.isObject()) {
                throw new DataException("preprocessing.bad");
            }
            Map<String, Affine> maps = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : root.properties()) {
                JsonNode node = entry.getValue();
                maps.put(entry.getKey(), new Affine(numbers(node.path("offset")), numbers(node.path("scale"))));
            }
            return new Preprocessing(maps);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new DataException("preprocessing.bad");
        }
    }

    private static void numbers(ArrayNode node, double[] values) {
        for (double value : values) {
            node.add(value);
        }
    }

    private static double[] numbers(JsonNode node) throws DataException {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode number = node.path(i);
            if (!number.isNumber()) {
                throw new DataException("preprocessing.bad");
            }
            values[i] = number.doubleValue();
        }
        return values;
    }
}
