package jimu.engine.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jimu.engine.message.Messages;

/** Strict JSON: no key twice, nothing after the end, bounded nesting. */
final class Json {
    private static final int MAX_DEPTH = 64;
    private static final int BRIEF = 60;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Parses the text of {@code file}, or says in which line it goes wrong. */
    static JsonNode parse(Path file, byte[] text) throws FileException {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            throw FileException.of(
                    "json",
                    file,
                    location == null ? 1 : location.getLineNr(),
                    location == null ? 1 : location.getColumnNr(),
                    firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            throw FileException.of("json.encoding", file);
        }
    }

    /** A value as it stands in the file, cut to a readable length. */
    static String brief(JsonNode node) {
        if (node.isMissingNode()) {
            return Messages.text("io.nothing");
        }
        String text = line(node);
        return text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "…";
    }

    /** A value on one line, with a space after each colon and comma. */
    static String line(JsonNode node) {
        List<String> parts = new ArrayList<>();
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                parts.add(quote(entry.getKey()) + ": " + line(entry.getValue()));
            }
            return "{" + String.join(", ", parts) + "}";
        }
        if (node.isArray()) {
            node.forEach(element -> parts.add(line(element)));
            return "[" + String.join(", ", parts) + "]";
        }
        return node.toString();
    }

    /** The node of a value in plain form: a number, a text, a truth value, or a list of them. */
    static JsonNode plain(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A text in quotation marks. */
    static String quote(String text) {
        return MAPPER.getNodeFactory().textNode(text).toString();
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
