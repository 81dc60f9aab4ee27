package jimu.app.palette;

import java.util.List;

/**
 * The lines of one category.
 *
 * @param category its name in the catalogue
 * @param title its name for people
 * @param entries its lines
 */
record Group(String category, String title, List<Entry> entries) {
    Group {
        entries = List.copyOf(entries);
    }
}
