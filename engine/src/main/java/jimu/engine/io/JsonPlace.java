package jimu.engine.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jimu.engine.message.Messages;

/**
 * A value in a JSON file together with its place, such as {@code blocks[2].name}; what is asked of it and not so is reported with
 * that place.
 */
final class JsonPlace {
    private final Path file;
    private final String place;
    private final JsonNode node;

    private JsonPlace(Path file, String place, JsonNode node) {
        this.file = file;
        this.place = place;
        this.node = node;
    }

    /** The value of a whole file. */
    static JsonPlace root(Path file, JsonNode node) {
        return new JsonPlace(file, "", node);
    }

    /** The value under a key, which may be missing. */
    JsonPlace at(String key) {
        return new JsonPlace(file, place.isEmpty() ? key : place + "." + key, node.path(key));
    }

    /** Whether there is a value. */
    boolean exists() {
        return !node.isMissingNode();
    }

    /** Refuses anything but an object with no other keys than these. */
    JsonPlace only(String... keys) throws DocumentFormatException {
        TreeSet<String> unknown = new TreeSet<>(entries().keySet());
        unknown.removeAll(Arrays.asList(keys));
        if (!unknown.isEmpty()) {
            throw failure("io.place.key", name(), unknown.first(), String.join(", ", keys));
        }
        return this;
    }

    /** The values of an object, in order. */
    Map<String, JsonPlace> entries() throws DocumentFormatException {
        if (!node.isObject()) {
            throw wrong("object");
        }
        Map<String, JsonPlace> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            entries.put(entry.getKey(), at(entry.getKey()));
        }
        return entries;
    }

    /** The values of a list. */
    List<JsonPlace> elements() throws DocumentFormatException {
        if (!node.isArray()) {
            throw wrong("list");
        }
        List<JsonPlace> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(new JsonPlace(file, place + "[" + i + "]", node.path(i)));
        }
        return elements;
    }

    /** The values of a list of exactly two. */
    List<JsonPlace> pair() throws DocumentFormatException {
        List<JsonPlace> elements = elements();
        if (elements.size() != 2) {
            throw wrong("pair");
        }
        return elements;
    }

    String text() throws DocumentFormatException {
        if (!node.isTextual()) {
            throw wrong("text");
        }
        return node.textValue();
    }

    boolean flag() throws DocumentFormatException {
        if (!node.isBoolean()) {
            throw wrong("flag");
        }
        return node.booleanValue();
    }

    /** A whole number of 64 bits. */
    long integer() throws DocumentFormatException {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong("integer");
        }
        return node.longValue();
    }

    /** A whole number from 1 to 2³¹ − 1. */
    int count() throws DocumentFormatException {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 1) {
            throw wrong("count");
        }
        return node.intValue();
    }

    /** A finite number. */
    double number() throws DocumentFormatException {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw wrong("number");
        }
        return node.doubleValue();
    }

    /** A number in [0, 1). */
    double fraction() throws DocumentFormatException {
        double fraction = number();
        if (fraction < 0 || fraction >= 1) {
            throw wrong("fraction");
        }
        return fraction;
    }

    /** A value in plain form: Long, Double, Boolean, String, or a List of them. */
    Object plain() throws DocumentFormatException {
        if (node.isIntegralNumber()) {
            return integer();
        } else if (node.isNumber()) {
            return number();
        } else if (node.isBoolean()) {
            return node.booleanValue();
        } else if (node.isTextual()) {
            return node.textValue();
        } else if (node.isArray()) {
            List<Object> values = new ArrayList<>();
            for (JsonPlace element : elements()) {
                values.add(element.plain());
            }
            return values;
        }
        throw wrong("plain");
    }

    /** The values of an object, each in plain form. */
    Map<String, Object> plainEntries() throws DocumentFormatException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonPlace> entry : entries().entrySet()) {
            values.put(entry.getKey(), entry.getValue().plain());
        }
        return values;
    }

    /** That the value is not what {@code io.expected.EXPECTED} says. */
    DocumentFormatException wrong(String expected, Object... arguments) {
        return failure("io.value", name(), Messages.text("io.expected." + expected, arguments), Json.brief(node));
    }

    /** A sentence about the value, said elsewhere. */
    DocumentFormatException because(String sentence) {
        return failure("io.place", name(), sentence);
    }

    /** That the file's format is newer than the newest known. */
    DocumentFormatException newer(int format, int newest) {
        return failure("io.document.newer", format, newest);
    }

    /** The file that the value stands in. */
    Path file() {
        return file;
    }

    private DocumentFormatException failure(String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = file;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new DocumentFormatException(Messages.text(key, all));
    }

    private String name() {
        return place.isEmpty() ? Messages.text("io.place.root") : place;
    }
}
