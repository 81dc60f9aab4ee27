package jimu.app.palette;

/** A row of the palette's tree. */
sealed interface Row {
    /** A category's heading. */
    record OfGroup(Group group) implements Row {}

    /** A layer. */
    record OfEntry(Entry entry) implements Row {}
}
