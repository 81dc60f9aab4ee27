package jimu.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormTarget;
import jimu.app.fx.form.Question;
import jimu.app.session.Groups;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.layer.ParameterKind;

/** What a form asks of a group: how often it is repeated, what it is called wherever it is used, and its colour. */
final class GroupEntries {
    private static final String REPEAT = "group_repeat";
    private static final String DEFINITION = "group_definition";
    private static final String COLOR = "group_color";

    private final Session session;
    private final String id;

    GroupEntries(Session session, String id) {
        this.session = session;
        this.id = id;
    }

    /** The entries, showing what the document holds; none for a layer. */
    List<FormEntry> entries(Document document, Block block, FormTarget target) {
        List<FormEntry> entries = new ArrayList<>();
        if (definition(document, block).isPresent()) {
            entries.add(
                    new FormEntry(question(REPEAT, ParameterKind.INTEGER, 1), value(document, block, REPEAT), target));
            entries.add(new FormEntry(
                    question(DEFINITION, ParameterKind.TEXT, Double.NEGATIVE_INFINITY),
                    value(document, block, DEFINITION),
                    target));
            entries.add(new FormEntry(ColorChoice.ofGroup(COLOR), value(document, block, COLOR), target));
        }
        return entries;
    }

    private static Question question(String name, ParameterKind kind, double least) {
        return new Question(
                name,
                Texts.of("inspector." + name),
                kind,
                least,
                Double.POSITIVE_INFINITY,
                List.of(),
                Texts.of("inspector." + name + ".tip"));
    }

    /** Whether an entry is one of these. */
    static boolean has(String entry) {
        return entry.equals(REPEAT) || entry.equals(DEFINITION) || entry.equals(COLOR);
    }

    /** The answer that a document holds. */
    static Object value(Document document, Block block, String entry) {
        if (!(block.content() instanceof Content.Use use)) {
            return "";
        }
        return switch (entry) {
            case REPEAT -> (long) use.repeat();
            case DEFINITION -> use.definition();
            default ->
                ColorChoice.told(
                        definition(document, block).map(Definition::color).orElse(""));
        };
    }

    /** What is wrong with an answer. */
    Optional<String> wrong(String entry, Object plain) {
        if (entry.equals(REPEAT)) {
            boolean counts = plain instanceof Long number && number >= 1 && number <= 1000;
            return counts
                    ? new Groups(session).repeatObstacle(id, Math.toIntExact((Long) plain))
                    : Optional.of(Texts.of("inspector.group_repeat.wrong"));
        }
        if (!entry.equals(DEFINITION)) {
            return Optional.empty();
        }
        String name = plain.toString();
        boolean taken = session.present().definitions().containsKey(name) && !name.equals(use().definition());
        if (taken) {
            return Optional.of(Texts.of("inspector.group_definition.taken", name));
        }
        return Block.isIdentifier(name) ? Optional.empty() : Optional.of(Texts.of("inspector.name.identifier"));
    }

    /** The edit that an answer stands for. */
    Edit edit(String entry, Object plain) {
        Content.Use use = use();
        return switch (entry) {
            case REPEAT -> new Edit.SetUse(id, use.definition(), Math.toIntExact((Long) plain));
            case DEFINITION -> new Edit.RenameDefinition(use.definition(), plain.toString());
            default ->
                new Edit.Define(List.of(
                        session.present().requireDefinition(use.definition()).withColor(ColorChoice.named(plain))));
        };
    }

    private Content.Use use() {
        Block block = session.present().graph().require(id);
        if (block.content() instanceof Content.Use use) {
            return use;
        }
        throw new IllegalStateException(block.name() + " is no group");
    }

    private static Optional<Definition> definition(Document document, Block block) {
        return block.content() instanceof Content.Use use
                ? Optional.ofNullable(document.definitions().get(use.definition()))
                : Optional.empty();
    }
}
