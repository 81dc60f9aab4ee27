package jimu.engine.imports;

import java.util.List;
import jimu.engine.graph.Document;
import jimu.engine.io.WeightFile;

/**
 * A network read from another program's file.
 *
 * @param document its blocks and links; placed if the file says where, and otherwise nowhere
 * @param weights its numbers under {@code path.name}, and what is done to raw data before
 * @param notes what a person should know of the reading, one sentence each
 */
public record ImportedNetwork(Document document, WeightFile weights, List<String> notes) {
    public ImportedNetwork {
        notes = List.copyOf(notes);
    }
}
