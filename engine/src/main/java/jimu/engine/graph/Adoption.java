package jimu.engine.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Definitions of one document brought into another: one that is there already is used again, one that is called like another of
 * different contents gets another name.
 */
public final class Adoption {
    private final Map<String, Definition> there;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<Definition> added = new ArrayList<>();

    private Adoption(Document document) {
        there = new LinkedHashMap<>(document.definitions());
    }

    /** Brings definitions into a document; one that is used by another comes before that, as {@link Definition#reached} has them. */
    public static Adoption of(Document document, Map<String, Definition> brought) {
        Adoption adoption = new Adoption(document);
        brought.values().forEach(adoption::bring);
        return adoption;
    }

    private void bring(Definition definition) {
        Definition inside = inside(definition);
        String name = definition.name();
        for (int number = 2; !isFree(name, inside); number++) {
            name = definition.name() + number;
        }
        names.put(definition.name(), name);
        if (!there.containsKey(name)) {
            Definition named = inside.withName(name);
            there.put(name, named);
            added.add(named);
        }
    }

    private boolean isFree(String name, Definition definition) {
        return Optional.ofNullable(there.get(name))
                .map(other -> other.sameNetwork(definition))
                .orElse(true);
    }

    /** A definition whose blocks use what the definitions brought are called here. */
    public Definition inside(Definition definition) {
        return definition.withInsides(in(definition.graph()), definition.inputs(), definition.outputs());
    }

    private Graph in(Graph graph) {
        Graph result = graph;
        for (Block block : graph.blocks()) {
            Content content = content(block.content());
            result = content.equals(block.content()) ? result : result.replace(block.withContent(content));
        }
        return result;
    }

    /** What a block holds, under the name that its definition has here. */
    public Content content(Content content) {
        return content instanceof Content.Use use
                ? new Content.Use(names.getOrDefault(use.definition(), use.definition()), use.repeat())
                : content;
    }

    /** The definitions that were not there yet, under the names that they have here. */
    public List<Definition> added() {
        return Collections.unmodifiableList(added);
    }
}
