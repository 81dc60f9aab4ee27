package jimu.app.library;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Origin;
import jimu.engine.io.DocumentFile;

/**
 * A group that a person keeps for other documents.
 *
 * @param name what it is called, which is the name of its definition too
 * @param piece a document with one block that uses the definition, the definitions that this needs, and a note about it
 * @param version tells its contents from all others
 */
public record StoredBlock(String name, Document piece, String version) {
    private static final int VERSION = 16;

    /** A group of a document, under a name and with a note about it; it follows nothing itself. */
    public static StoredBlock of(Document document, Definition group, String name, String note) {
        Document alone = Document.EMPTY
                .withGraph(Graph.of(List.of(Block.of("b1", group.name(), new Content.Use(group.name(), 1))), List.of()))
                .withNotes(note);
        Map<String, Definition> needed = new LinkedHashMap<>();
        Map<String, Definition> all = new LinkedHashMap<>(document.definitions());
        all.put(group.name(), group);
        Definition.reached(alone.graph(), all)
                .values()
                .forEach(one -> needed.put(one.name(), one.withOrigin(Optional.empty())));
        return in(alone.withDefinitions(needed), name).orElseThrow();
    }

    /** What a document holds under a name; nothing unless it has just one block, and that is a group. */
    static Optional<StoredBlock> in(Document document, String name) {
        List<Block> blocks = List.copyOf(document.graph().blocks());
        if (blocks.size() != 1
                || !(blocks.get(0).content() instanceof Content.Use use)
                || !document.definitions().containsKey(use.definition())) {
            return Optional.empty();
        }
        Document free = document.definitions().containsKey(name) && !name.equals(use.definition())
                ? new Edit.RenameDefinition(name, freeName(document, name)).apply(document)
                : document;
        Document named = new Edit.Sequence(List.of(
                        new Edit.RenameDefinition(use.definition(), name),
                        new Edit.Rename(blocks.get(0).id(), name)))
                .apply(free);
        return Optional.of(new StoredBlock(name, named, version(named)));
    }

    private static String freeName(Document document, String stem) {
        int number = 2;
        while (document.definitions().containsKey(stem + number)) {
            number++;
        }
        return stem + number;
    }

    private static String version(Document piece) {
        try {
            byte[] text = DocumentFile.write(piece.withNotes("")).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest).substring(0, VERSION);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The same block under another name and with another note. */
    public StoredBlock with(String otherName, String otherNote) {
        return in(piece.withNotes(otherNote), otherName).orElseThrow();
    }

    /** The group. */
    public Definition definition() {
        return piece.requireDefinition(name);
    }

    /** The definitions that the group needs, and not itself. */
    public Map<String, Definition> needed() {
        return Definition.reached(definition().graph(), piece.definitions());
    }

    /** What the person wrote about it. */
    public String note() {
        return piece.notes();
    }

    /** What a definition that follows it as it is now remembers. */
    public Origin origin() {
        return new Origin(name, version);
    }
}
