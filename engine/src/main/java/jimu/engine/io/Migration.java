package jimu.engine.io;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns the JSON of a document of one format into that of the next. */
interface Migration {
    /** The document in the next format; its number is set by the caller. */
    ObjectNode toNext(ObjectNode document);
}
