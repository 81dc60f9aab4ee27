package jimu.engine.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.ParameterException;

/**
 * A change of a document: a pure function from one to the next.
 *
 * <p>Each variant throws IllegalArgumentException when it names a block, link or parameter that is not there. What a person can
 * get wrong, such as a shape, is no error here but a problem of the document that results.
 */
public sealed interface Edit {
    /** The document after the edit. */
    Document apply(Document document);

    /** Adds a block at a place. */
    record AddBlock(Block block, Position position) implements Edit {
        @Override
        public Document apply(Document document) {
            return new AddBlocks(List.of(block), List.of(), Map.of(block.id(), position)).apply(document);
        }
    }

    /** Adds several blocks with the links between them, as pasting does. */
    record AddBlocks(List<Block> blocks, List<Link> links, Map<String, Position> positions) implements Edit {
        public AddBlocks {
            blocks = List.copyOf(blocks);
            links = List.copyOf(links);
            positions = Map.copyOf(positions);
        }

        @Override
        public Document apply(Document document) {
            Map<String, Position> places = new LinkedHashMap<>();
            blocks.forEach(block -> places.put(block.id(), positions.getOrDefault(block.id(), Position.ORIGIN)));
            return document.withGraph(document.graph().withAll(blocks, links)).withPositions(places);
        }
    }

    /** Removes blocks with all their links, and further links. */
    record Remove(Set<String> blocks, Set<Link> links) implements Edit {
        public Remove {
            blocks = Set.copyOf(blocks);
            links = Set.copyOf(links);
        }

        @Override
        public Document apply(Document document) {
            blocks.forEach(document.graph()::require);
            Graph graph = document.graph();
            for (Link link : links) {
                graph = graph.without(link);
            }
            Map<String, Double> weights =
                    new LinkedHashMap<>(document.training().lossWeights());
            weights.keySet().removeAll(blocks);
            return document.withGraph(graph.without(blocks))
                    .withTraining(document.training().withLossWeights(weights));
        }
    }

    /** Adds a link. */
    record Connect(Link link) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.withGraph(document.graph().withAll(List.of(), List.of(link)));
        }
    }

    /** Moves one end of a link elsewhere: takes {@code old} away and adds {@code link}. */
    record Reconnect(Link old, Link link) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.withGraph(document.graph().without(old).withAll(List.of(), List.of(link)));
        }
    }

    /** Removes a link. */
    record Disconnect(Link link) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.withGraph(document.graph().without(link));
        }
    }

    /** Sets one hyper-parameter of a layer, in plain form. */
    record SetParameter(String block, String parameter, Object value) implements Edit {
        @Override
        public Document apply(Document document) {
            Block changed = document.graph().require(block);
            if (!(changed.content() instanceof Content.Of of)) {
                throw new IllegalArgumentException(changed.name() + " holds no layer");
            }
            try {
                Layer layer = LayerCatalog.of(of.layer()).with(of.layer(), Map.of(parameter, value));
                return document.withGraph(document.graph().replace(changed.withContent(new Content.Of(layer))));
            } catch (ParameterException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
    }

    /** Puts a block in place of the one of its id; links stay. */
    record Replace(Block block) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.withGraph(document.graph().replace(block));
        }
    }

    /** Gives a block another name. */
    record Rename(String block, String name) implements Edit {
        @Override
        public Document apply(Document document) {
            Graph graph = document.graph();
            return document.withGraph(graph.replace(graph.require(block).withName(name)));
        }
    }

    /** Lets a block use the weights of another, or its own again. */
    record ShareWeights(String block, java.util.Optional<String> with) implements Edit {
        @Override
        public Document apply(Document document) {
            Block old = document.graph().require(block);
            with.ifPresent(document.graph()::require);
            Block changed = new Block(old.id(), old.name(), old.content(), with);
            return document.withGraph(document.graph().replace(changed));
        }
    }

    /** Sets how much a loss counts beside the others; 1 unless it is set. */
    record SetLossWeight(String block, double weight) implements Edit {
        @Override
        public Document apply(Document document) {
            document.graph().require(block);
            Map<String, Double> weights =
                    new LinkedHashMap<>(document.training().lossWeights());
            weights.put(block, weight);
            weights.values().removeIf(value -> value == 1);
            return document.withTraining(document.training().withLossWeights(weights));
        }
    }

    /** Places blocks elsewhere. */
    record Move(Map<String, Position> positions) implements Edit {
        public Move {
            positions = Map.copyOf(positions);
        }

        @Override
        public Document apply(Document document) {
            positions.keySet().forEach(document.graph()::require);
            return document.withPositions(positions);
        }
    }

    /** Chooses the data and its preparation. */
    record SetData(DataSettings data) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.withData(data);
        }
    }

    /** Sets how to train. */
    record SetTraining(TrainingSettings training) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.withTraining(training);
        }
    }

    /** Writes the notes. */
    record SetNotes(String notes) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.withNotes(notes);
        }
    }

    /** Puts blocks into a group of a new name, in the place of which lies one block that uses it. */
    record MakeGroup(Set<String> blocks, String name, String id) implements Edit {
        public MakeGroup {
            blocks = Set.copyOf(blocks);
        }

        @Override
        public Document apply(Document document) {
            return Grouping.group(document, this);
        }
    }

    /** Puts what a group holds in the place of the block that uses it, as often as it is used. */
    record Ungroup(String block) implements Edit {
        @Override
        public Document apply(Document document) {
            return Ungrouping.ungroup(document, block);
        }
    }

    /** Lets a block use a definition so many times one after another. */
    record SetUse(String block, String definition, int repeat) implements Edit {
        @Override
        public Document apply(Document document) {
            Block changed = document.graph().require(block);
            document.requireDefinition(definition);
            return document.withGraph(
                    document.graph().replace(changed.withContent(new Content.Use(definition, repeat))));
        }
    }

    /** Gives a definition another name, wherever it is used. */
    record RenameDefinition(String name, String to) implements Edit {
        @Override
        public Document apply(Document document) {
            return Renaming.rename(document, name, to);
        }
    }

    /** Adds definitions, in place of those of the same names. */
    record Define(List<Definition> definitions) implements Edit {
        public Define {
            definitions = List.copyOf(definitions);
        }

        @Override
        public Document apply(Document document) {
            Document result = document;
            for (Definition definition : definitions) {
                result = result.withDefinition(definition);
            }
            return result;
        }
    }

    /**
     * Puts a definition in place of the one of its name. Wires of its uses follow the ports that have other names now, given by
     * the old ones; those at ports that are gone fall away.
     */
    record Redefine(Definition definition, Map<String, String> inputs, Map<String, String> outputs) implements Edit {
        public Redefine {
            inputs = Map.copyOf(inputs);
            outputs = Map.copyOf(outputs);
        }

        @Override
        public Document apply(Document document) {
            return Redefinition.apply(document, this);
        }
    }

    /**
     * An edit that a person knows by another name than what it consists of.
     *
     * @param deed names it, for the history
     * @param words what it was done to, for the history
     */
    record Titled(String deed, List<String> words, Edit edit) implements Edit {
        public Titled {
            words = List.copyOf(words);
        }

        @Override
        public Document apply(Document document) {
            return edit.apply(document);
        }
    }

    /** An edit of what a definition holds: everything that uses it follows. */
    record Within(String definition, Edit edit) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.outside(definition, edit.apply(document.inside(definition)));
        }
    }

    /** Adds a note or a frame, or changes the one with that id. */
    record SetRemark(String id, Remark remark) implements Edit {
        @Override
        public Document apply(Document document) {
            Map<String, Remark> remarks = new LinkedHashMap<>(document.remarks());
            remarks.put(id, remark);
            return document.withRemarks(remarks);
        }
    }

    /** Removes notes and frames. */
    record RemoveRemarks(Set<String> ids) implements Edit {
        public RemoveRemarks {
            ids = Set.copyOf(ids);
        }

        @Override
        public Document apply(Document document) {
            Map<String, Remark> remarks = new LinkedHashMap<>(document.remarks());
            remarks.keySet().removeAll(ids);
            return document.withRemarks(remarks);
        }
    }

    /** Several edits as one step. */
    record Sequence(List<Edit> edits) implements Edit {
        public Sequence {
            edits = List.copyOf(new ArrayList<>(edits));
        }

        @Override
        public Document apply(Document document) {
            Document result = document;
            for (Edit edit : edits) {
                result = edit.apply(result);
            }
            return result;
        }
    }
}
