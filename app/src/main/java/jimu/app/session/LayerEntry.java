package jimu.app.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jimu.app.library.StoredBlock;
import jimu.app.text.Texts;
import jimu.engine.graph.Definition;
import jimu.engine.infer.Formula;
import jimu.engine.layer.LayerSchema;
import jimu.engine.message.Messages;

/**
 * A kind of block as it is offered and searched for: a layer, or a block of a person's own.
 *
 * @param type what it is inserted by: the layer's type, or {@link NewBlock#MINE} and the block's name
 * @param title what it is called
 * @param category its group
 * @param tip what it does, in one line
 * @param words further words to find it by, in every language
 * @param rule what becomes of the shape
 * @param formulas what it computes
 */
public record LayerEntry(
        String type,
        String title,
        String category,
        String tip,
        String words,
        Optional<String> rule,
        List<String> formulas) {
    public LayerEntry {
        formulas = List.copyOf(formulas);
    }

    /** The entry of a kind, in the language now spoken. */
    public static LayerEntry of(LayerSchema schema) {
        String key = "layer." + schema.type();
        return new LayerEntry(
                schema.type(),
                schema.type(),
                schema.category(),
                Messages.has(key) ? Messages.text(key) : "",
                Messages.has(key + ".search") ? Messages.text(key + ".search") : "",
                Formula.shapeRule(schema.type()),
                Formula.general(schema.defaults()));
    }

    /** The entry of a block of a person's own. */
    public static LayerEntry of(StoredBlock block) {
        Definition group = block.definition();
        List<String> inside = group.graph().blocks().stream()
                .map(one -> one.content().label())
                .toList();
        String rule = Texts.of(
                "library.ports",
                joined(group.inputs().stream().map(Definition.Entry::port)),
                joined(group.outputs().stream().map(Definition.Exit::port)));
        return new LayerEntry(
                NewBlock.MINE + block.name(),
                block.name(),
                group.color().isEmpty() ? "group" : "group-" + group.color(),
                block.note(),
                Texts.of("library.words"),
                Optional.of(rule),
                List.of(joined(inside.stream())));
    }

    private static String joined(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }

    /** What a tooltip says: one line, the shape rule and the formulas. */
    public String told() {
        return Stream.of(Stream.of(tip), rule.stream(), formulas.stream())
                .flatMap(lines -> lines)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /**
     * How well it answers a query: 0 by the beginning of its name, then by a whole word to find it by, by a part of its name or
     * of such a word, by what it does; negative for not at all.
     */
    public int rank(String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        String name = title.toLowerCase(Locale.ROOT);
        String synonyms = words.toLowerCase(Locale.ROOT);
        if (name.startsWith(wanted)) {
            return 0;
        } else if (List.of(synonyms.split(" ", -1)).contains(wanted)) {
            return 1;
        } else if (name.contains(wanted)) {
            return 2;
        } else if (synonyms.contains(wanted)) {
            return 3;
        }
        return tip.toLowerCase(Locale.ROOT).contains(wanted) ? 4 : -1;
    }
}
