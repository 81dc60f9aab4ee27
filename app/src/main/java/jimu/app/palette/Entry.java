package jimu.app.palette;

import java.util.Locale;
import jimu.engine.layer.LayerSchema;
import jimu.engine.message.Messages;

/**
 * A line of the palette.
 *
 * @param type the layer's type
 * @param category its group
 * @param tip what it does, in one line
 * @param words further words to find it by
 */
record Entry(String type, String category, String tip, String words) {
    static Entry of(LayerSchema schema) {
        String key = "layer." + schema.type();
        return new Entry(
                schema.type(),
                schema.category(),
                Messages.has(key) ? Messages.text(key) : "",
                Messages.has(key + ".search") ? Messages.text(key + ".search") : "");
    }

    /** How well it answers a query: 0 by its name, then by a word to find it by, by what it does; negative for not at all. */
    int rank(String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        if (type.toLowerCase(Locale.ROOT).startsWith(wanted)) {
            return 0;
        } else if (type.toLowerCase(Locale.ROOT).contains(wanted)) {
            return 1;
        } else if (words.toLowerCase(Locale.ROOT).contains(wanted)) {
            return 2;
        }
        return tip.toLowerCase(Locale.ROOT).contains(wanted) ? 3 : -1;
    }
}
