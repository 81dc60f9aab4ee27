package jimu.app.palette;

import jimu.app.library.Shelf;
import jimu.app.session.LayerEntry;

/** A row of the palette's tree. */
sealed interface Row {
    /** A category's heading. */
    record OfGroup(Group group) implements Row {}

    /** A layer, or a block of a person's own. */
    record OfEntry(String group, LayerEntry entry) implements Row {}

    /** What cannot be offered. */
    record OfComplaint(Shelf.Complaint complaint) implements Row {}
}
