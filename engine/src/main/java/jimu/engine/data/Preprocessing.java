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
import jimu.engine.data.image.Resize;
import jimu.engine.graph.PictureSettings;
import jimu.engine.shape.TensorType;

/**
 * What is done to raw data before it enters a network: numbers are mapped, then pictures brought to their size. Fitted on the
 * training part, it travels with the weights.
 *
 * @param maps the map of each field that has one
 * @param sizes the size of each field of pictures that are to be changed
 */
public record Preprocessing(Map<String, Affine> maps, Map<String, Resize> sizes) {
    /** Leaves everything raw. */
    public static final Preprocessing NONE = new Preprocessing(Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LIMIT = 1 << 24;

    public Preprocessing {
        maps = Collections.unmodifiableMap(new LinkedHashMap<>(maps));
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    }

    /** Maps numbers and leaves pictures at their size. */
    public Preprocessing(Map<String, Affine> maps) {
        this(maps, Map.of());
    }

    /** The map of a field, if it has one. */
    public Optional<Affine> map(String field) {
        return Optional.ofNullable(maps.get(field));
    }

    /** What brings a field's pictures to their size, if anything. */
    public Optional<Resize> size(String field) {
        return Optional.ofNullable(sizes.get(field));
    }

    /** A raw field as a network gets it. */
    public Field prepared(Field raw) {
        return size(raw.name())
                .map(to -> new Field(raw.name(), new TensorType(raw.type().dtype(), to.shape()), raw.classes()))
                .orElse(raw);
    }

    /** A JSON object: {@code {"image": {"offset": [33.3], "scale": [0.0127], "resize": [3, 224, 224]}}}. */
    public String toJson() {
        ObjectNode root = JSON.createObjectNode();
        maps.forEach((field, map) -> {
            ObjectNode node = root.withObjectProperty(field);
            numbers(node.putArray("offset"), map.offset());
            numbers(node.putArray("scale"), map.scale());
        });
        sizes.forEach((field, size) -> root.withObjectProperty(field)
                .putArray("resize")
                .add(size.channels())
                .add(size.height())
                .add(size.width()));
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
            Map<String, Resize> sizes = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : root.properties()) {
                JsonNode node = entry.getValue();
                if (node.has("resize")) {
                    sizes.put(entry.getKey(), resize(node.get("resize")));
                }
                if (!node.has("resize") || node.has("offset")) {
                    maps.put(entry.getKey(), new Affine(numbers(node.path("offset")), numbers(node.path("scale"))));
                }
            }
            return new Preprocessing(maps, sizes);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new DataException("preprocessing.bad");
        }
    }

    private static Resize resize(JsonNode node) throws DataException {
        int[] sizes = new int[3];
        for (int i = 0; i < sizes.length; i++) {
            JsonNode number = node.path(i);
            if (!number.isInt() || number.intValue() > PictureSettings.LARGEST) {
                throw new DataException("preprocessing.bad");
            }
            sizes[i] = number.intValue();
        }
        return new Resize(sizes[0], sizes[1], sizes[2]);
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
