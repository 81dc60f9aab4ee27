package jimu.engine.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jimu.engine.graph.Document;

/**
 * The {@code .jimu} file: a document as JSON, one line a block and a link, in the document's order.
 *
 * <p>Paths of data are relative to the file's folder there and absolute in memory. A file of an older format is migrated, one of
 * a newer format refused.
 */
public final class DocumentFile {
    /** The format that is written. */
    public static final int FORMAT = 1;

    /** The first turns format 1 into 2, and so on. */
    private static final List<Migration> MIGRATIONS = List.of();

    private static final Path CLIPBOARD = Path.of("clipboard");
    private static final long LIMIT = 16L << 20;
    private static final Set<String> BROKEN =
            Set.of("blocks", "links", "layout", "definitions", "definition", "inputs", "outputs", "remarks");

    private DocumentFile() {}

    /**
     * Reads a document.
     *
     * @throws DocumentFormatException if the file is not one
     */
    public static Document open(Path file) throws FileException {
        byte[] text;
        try {
            long size = Files.size(file);
            if (size > LIMIT) {
                throw FileException.of("document.large", file, size >> 20, LIMIT >> 20);
            }
            text = Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileException.reading(file, e);
        }
        return DocumentReader.document(current(file, Json.parse(file, text), FORMAT, MIGRATIONS));
    }

    /** A document as the text of a file, for the clipboard. */
    public static String write(Document document) {
        return text(CLIPBOARD, document);
    }

    /**
     * The document that a text such as {@link #write} makes stands for.
     *
     * @throws DocumentFormatException if it is not one
     */
    public static Document read(String text) throws FileException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return DocumentReader.document(current(CLIPBOARD, Json.parse(CLIPBOARD, bytes), FORMAT, MIGRATIONS));
    }

    /** Writes a document. */
    public static void save(Path file, Document document) throws FileException {
        byte[] text = text(file, document).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(text));
    }

    /** The text that {@link #save} would write. */
    static String text(Path file, Document document) {
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        StringBuilder text = new StringBuilder();
        append(text, "definition", new DocumentWriter(folder).document(document), 0);
        return text.append('\n').toString();
    }

    /** The root of a document in the newest format, reached through migrations where it is older. */
    static JsonPlace current(Path file, JsonNode root, int newest, List<Migration> migrations)
            throws DocumentFormatException {
        JsonPlace place = JsonPlace.root(file, root);
        if (!(root instanceof ObjectNode document) || !place.at("format").exists()) {
            throw place.wrong("document");
        }
        int format = place.at("format").count();
        if (format > newest) {
            throw place.newer(format, newest);
        }
        for (Migration migration : migrations.subList(format - 1, newest - 1)) {
            document = migration.toNext(document);
        }
        document.put("format", newest);
        return JsonPlace.root(file, document);
    }

    private static void append(StringBuilder text, String key, JsonNode node, int depth) {
        if (!BROKEN.contains(key) || node.isEmpty()) {
            text.append(Json.line(node));
            return;
        }
        String indent = "\n" + "  ".repeat(depth + 1);
        String separator = indent;
        text.append(node.isObject() ? '{' : '[');
        if (node.isObject()) {
            for (var entry : node.properties()) {
                text.append(separator).append(Json.quote(entry.getKey())).append(": ");
                append(text, entry.getKey(), entry.getValue(), depth + 1);
                separator = "," + indent;
            }
        } else {
            for (JsonNode element : node) {
                append(text.append(separator), key.equals("definitions") ? "definition" : "", element, depth + 1);
                separator = "," + indent;
            }
        }
        text.append("\n").append("  ".repeat(depth)).append(node.isObject() ? '}' : ']');
    }
}
