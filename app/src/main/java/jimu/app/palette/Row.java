package jimu.app.palette;

import jimu.app.session.LayerEntry;

/** A row of the palette's tree. */
sealed interface Row {
    /** A category's heading. */
    record OfGroup(Group group) implements Row {}

    /** A layer. */
    record OfEntry(String group, LayerEntry entry) implements Row {}
}
