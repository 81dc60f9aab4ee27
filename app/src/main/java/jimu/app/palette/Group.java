package jimu.app.palette;

import jimu.app.session.LayerEntry;
import java.util.List;

/**
 * The lines of one category.
 *
 * @param category its name in the catalogue
 * @param title its name for people
 * @param entries its lines
 */
record Group(String category, String title, List<LayerEntry> entries) {
    Group {
        entries = List.copyOf(entries);
    }
}
