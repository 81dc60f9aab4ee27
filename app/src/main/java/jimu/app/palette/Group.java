package jimu.app.palette;

import java.util.List;
import jimu.app.library.Shelf;
import jimu.app.session.LayerEntry;

/**
 * The lines of one category.
 *
 * @param category its name in the catalogue
 * @param title its name for people
 * @param entries its lines
 * @param complaints what cannot be among them
 */
record Group(String category, String title, List<LayerEntry> entries, List<Shelf.Complaint> complaints) {
    /** The group of a person's own blocks. */
    static final String MINE = "mine";

    /** The group of the layers that a person marked. */
    static final String FAVOURITES = "favourites";

    /** The group of the layers used last. */
    static final String RECENT = "recent";

    Group {
        entries = List.copyOf(entries);
        complaints = List.copyOf(complaints);
    }

    /** A group without complaints. */
    Group(String category, String title, List<LayerEntry> entries) {
        this(category, title, entries, List.of());
    }
}
