package jimu.engine.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.graph.Document;
import jimu.engine.io.DocumentFile;

/** In which settings of data and training two documents differ, each under the name that it has in files. */
final class SettingsDifference {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SettingsDifference() {}

    /** The changes from {@code before} to {@code after}: first those of the data. */
    static List<Change> of(Document before, Document after) {
        JsonNode old = json(before);
        JsonNode now = json(after);
        List<Change> changes = new ArrayList<>();
        compare(Change.Subject.DATA, values(old.path("data")), values(now.path("data")), changes);
        compare(Change.Subject.TRAINING, values(old.path("training")), values(now.path("training")), changes);
        return changes;
    }

    private static void compare(
            Change.Subject subject, Map<String, String> old, Map<String, String> now, List<Change> changes) {
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String from = old.get(name);
            String to = now.get(name);
            if (from == null) {
                changes.add(Change.added(subject, name, String.valueOf(to)));
            } else if (to == null) {
                changes.add(Change.removed(subject, name, from));
            } else if (!from.equals(to)) {
                changes.add(Change.changed(subject, name, from, to));
            }
        }
    }

    private static JsonNode json(Document document) {
        try {
            return MAPPER.readTree(DocumentFile.write(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document is always JSON", e);
        }
    }

    /** All values of an object by dotted names; a choice's type stands under the choice's name, its arguments right below. */
    private static Map<String, String> values(JsonNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        collect("", node, values);
        return values;
    }

    private static void collect(String name, JsonNode node, Map<String, String> values) {
        if (!node.isObject()) {
            values.put(name, node.isTextual() ? node.textValue() : node.toString());
            return;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            boolean own = entry.getKey().equals("type") || entry.getKey().equals("arguments");
            String inner = name.isEmpty() || own ? (own ? name : entry.getKey()) : name + "." + entry.getKey();
            collect(inner, entry.getValue(), values);
        }
    }
}
