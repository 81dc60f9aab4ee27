package jimu.app.palette;

/** How a block of a person's own comes into a document. */
enum Manner {
    /** As a group that follows it. */
    REFERENCE,
    /** As a group of its own. */
    COPY
}
