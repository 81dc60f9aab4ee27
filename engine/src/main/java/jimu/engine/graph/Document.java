package jimu.engine.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a {@code .jimu} file holds; an immutable value.
 *
 * @param graph the network
 * @param definitions the named groups, by name
 * @param layout the places of the blocks, by id
 * @param data the data and its preparation
 * @param training how to train
 * @param notes free text about the model
 * @param remarks the notes and frames on the canvas, by id
 */
public record Document(
        Graph graph,
        Map<String, Definition> definitions,
        Map<String, Position> layout,
        DataSettings data,
        TrainingSettings training,
        String notes,
        Map<String, Remark> remarks) {
    /** The name of the network's own graph among the definitions while {@link #inside} one of them. */
    public static final String OUTERMOST = "";

    /** The document of a new window. */
    public static final Document EMPTY =
            new Document(Graph.EMPTY, Map.of(), Map.of(), DataSettings.NONE, TrainingSettings.DEFAULT, "");

    public Document {
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
        remarks = Collections.unmodifiableMap(new LinkedHashMap<>(remarks));
    }

    /** A document without remarks. */
    public Document(
            Graph graph,
            Map<String, Definition> definitions,
            Map<String, Position> layout,
            DataSettings data,
            TrainingSettings training,
            String notes) {
        this(graph, definitions, layout, data, training, notes, Map.of());
    }

    /** The document with another graph; the layout forgets blocks that are gone. */
    public Document withGraph(Graph other) {
        Map<String, Position> kept = new LinkedHashMap<>(layout);
        kept.keySet().removeIf(id -> other.block(id).isEmpty());
        return new Document(other, definitions, kept, data, training, notes, remarks);
    }

    /** The document with some blocks placed elsewhere. */
    public Document withPositions(Map<String, Position> changes) {
        Map<String, Position> places = new LinkedHashMap<>(layout);
        places.putAll(changes);
        return new Document(graph, definitions, places, data, training, notes, remarks);
    }

    /** The document with a place for every block: those without one stand where nothing else does, beside what they are wired to. */
    public Document placed() {
        return withPositions(Columns.complete(graph, layout));
    }

    /** The document with other data. */
    public Document withData(DataSettings other) {
        return new Document(graph, definitions, layout, other, training, notes, remarks);
    }

    /** The document with other training settings. */
    public Document withTraining(TrainingSettings other) {
        return new Document(graph, definitions, layout, data, other, notes, remarks);
    }

    /** The document with other notes. */
    public Document withNotes(String other) {
        return new Document(graph, definitions, layout, data, training, other, remarks);
    }

    /** The document with other definitions. */
    public Document withDefinitions(Map<String, Definition> others) {
        return new Document(graph, others, layout, data, training, notes, remarks);
    }

    /** The document with this definition, in place of one of the same name if there is one. */
    public Document withDefinition(Definition definition) {
        Map<String, Definition> all = new LinkedHashMap<>(definitions);
        all.put(definition.name(), definition);
        return withDefinitions(all);
    }

    /** The document with other notes and frames on the canvas. */
    public Document withRemarks(Map<String, Remark> others) {
        return new Document(graph, definitions, layout, data, training, notes, others);
    }

    /** The definition of that name. Throws IllegalArgumentException if there is none. */
    public Definition requireDefinition(String name) {
        return Optional.ofNullable(definitions.get(name))
                .orElseThrow(() -> new IllegalArgumentException("No definition is called " + name));
    }

    /**
     * The document with the graph, the places and the remarks of a definition in place of its own; its own graph stands among the
     * definitions meanwhile, under the name {@link #OUTERMOST}, so that an edit of all uses of a definition reaches it too.
     */
    public Document inside(String definition) {
        Definition shown = requireDefinition(definition);
        Map<String, Definition> all = new LinkedHashMap<>(definitions);
        Definition outermost =
                new Definition(OUTERMOST, graph, List.of(), List.of(), layout, Map.of(), "", Optional.empty());
        all.put(OUTERMOST, outermost);
        return new Document(shown.graph(), all, shown.layout(), data, training, notes, shown.remarks());
    }

    /** This document after {@link #inside} it became {@code changed}. */
    public Document outside(String definition, Document changed) {
        Definition now =
                changed.requireDefinition(definition).withContents(changed.graph, changed.layout, changed.remarks);
        Map<String, Definition> all = new LinkedHashMap<>(changed.definitions);
        Definition outermost = changed.requireDefinition(OUTERMOST);
        all.remove(OUTERMOST);
        all.put(definition, now);
        return new Document(outermost.graph(), all, layout, changed.data, changed.training, changed.notes, remarks);
    }

    /** The place of a block. */
    public Position position(String block) {
        return layout.getOrDefault(block, Position.ORIGIN);
    }

    /** Whether the network itself is that of {@code other}, so that shapes need no new inference. */
    public boolean sameNetwork(Document other) {
        return graph.equals(other.graph)
                && definitions.keySet().equals(other.definitions.keySet())
                && definitions.values().stream().allMatch(one -> one.sameNetwork(other.requireDefinition(one.name())));
    }
}
