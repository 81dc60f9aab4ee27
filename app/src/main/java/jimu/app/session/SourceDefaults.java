package jimu.app.session;

import jimu.engine.graph.Document;
import jimu.engine.layer.Source;

/** Gives a new Input or Target the field and shape that the document's data have, so far as they are known. */
@FunctionalInterface
public interface SourceDefaults {
    /** Leaves every source as the catalogue has it. */
    SourceDefaults NONE = (document, source) -> source;

    /** The source to put on the canvas instead of {@code source}. */
    Source fill(Document document, Source source);
}
