package jimu.app.palette;

import java.util.List;
import jimu.app.session.LayerEntry;

/**
 * The lines of one category.
 *
 * @param category its name in the catalogue
 * @param title its name for people
 * @param entries its lines
 */
record Group(String category, String title, List<LayerEntry> entries) {
    /** The group of the layers that a person marked. */
    static final String FAVOURITES = "favourites";

    /** The group of the layers used last. */
    static final String RECENT = "recent";

    Group {
        entries = List.copyOf(entries);
    }
}
