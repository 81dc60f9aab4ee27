package jimu.engine.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that a {@code .jimu} file holds; an immutable value.
 *
 * @param graph the network
 * @param definitions the named groups, by name
 * @param layout the places of the blocks, by id
 * @param data the data and its preparation
 * @param training how to train
 * @param notes free text about the model
 */
public record Document(
        Graph graph,
        Map<String, Definition> definitions,
        Map<String, Position> layout,
        DataSettings data,
        TrainingSettings training,
        String notes) {
    /** The document of a new window. */
    public static final Document EMPTY =
            new Document(Graph.EMPTY, Map.of(), Map.of(), DataSettings.NONE, TrainingSettings.DEFAULT, "");

    public Document {
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
    }

    /** The document with another graph; the layout forgets blocks that are gone. */
    public Document withGraph(Graph other) {
        Map<String, Position> kept = new LinkedHashMap<>(layout);
        kept.keySet().removeIf(id -> other.block(id).isEmpty());
        return new Document(other, definitions, kept, data, training, notes);
    }

    /** The document with some blocks placed elsewhere. */
    public Document withPositions(Map<String, Position> changes) {
        Map<String, Position> places = new LinkedHashMap<>(layout);
        places.putAll(changes);
        return new Document(graph, definitions, places, data, training, notes);
    }

    /** The document with other data. */
    public Document withData(DataSettings other) {
        return new Document(graph, definitions, layout, other, training, notes);
    }

    /** The document with other training settings. */
    public Document withTraining(TrainingSettings other) {
        return new Document(graph, definitions, layout, data, other, notes);
    }

    /** The document with other notes. */
    public Document withNotes(String other) {
        return new Document(graph, definitions, layout, data, training, other);
    }

    /** The place of a block. */
    public Position position(String block) {
        return layout.getOrDefault(block, Position.ORIGIN);
    }

    /** Whether the network itself is that of {@code other}, so that shapes need no new inference. */
    public boolean sameNetwork(Document other) {
        return graph.equals(other.graph) && definitions.equals(other.definitions);
    }
}
