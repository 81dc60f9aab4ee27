package jimu.app.session;

import java.util.List;
import java.util.Locale;
import jimu.engine.layer.LayerSchema;
import jimu.engine.message.Messages;

/**
 * A kind of layer as it is offered and searched for.
 *
 * @param type the layer's type
 * @param category its group
 * @param tip what it does, in one line
 * @param words further words to find it by
 */
public record LayerEntry(String type, String category, String tip, String words) {
    /** The entry of a kind, in the language now spoken. */
    public static LayerEntry of(LayerSchema schema) {
        String key = "layer." + schema.type();
        return new LayerEntry(
                schema.type(),
                schema.category(),
                Messages.has(key) ? Messages.text(key) : "",
                Messages.has(key + ".search") ? Messages.text(key + ".search") : "");
    }

    /**
     * How well it answers a query: 0 by the beginning of its name, then by a whole word to find it by, by a part of its name or
     * of such a word, by what it does; negative for not at all.
     */
    public int rank(String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        String name = type.toLowerCase(Locale.ROOT);
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
