package jimu.app.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.app.library.StoredBlock;
import jimu.engine.graph.Adoption;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Grouping;
import jimu.engine.graph.Origin;

/**
 * Takes a block of a person's own into a document.
 *
 * @param edits what the document needs first
 * @param content what a block that uses it holds then
 */
record Taking(List<Edit> edits, Content.Use content) {
    Taking {
        edits = List.copyOf(edits);
    }

    /** As a group that follows it: the one that does already, or else a new one. */
    static Taking reference(Document document, StoredBlock stored) {
        Optional<Definition> following = document.definitions().values().stream()
                .filter(one -> one.origin().map(Origin::block).equals(Optional.of(stored.name())))
                .findFirst();
        if (following.isPresent()) {
            return new Taking(List.of(), new Content.Use(following.get().name(), 1));
        }
        Definition group = stored.definition().withOrigin(Optional.of(stored.origin()));
        Map<String, Definition> brought = new LinkedHashMap<>(stored.needed());
        brought.put(group.name(), group);
        Adoption adoption = Adoption.of(document, brought);
        Content.Use use = (Content.Use) adoption.content(new Content.Use(group.name(), 1));
        List<Definition> defined = new ArrayList<>(adoption.added());
        if (defined.stream().noneMatch(one -> one.name().equals(use.definition()))) {
            defined.add(document.requireDefinition(use.definition()).withOrigin(Optional.of(stored.origin())));
        }
        return new Taking(List.of(new Edit.Define(defined)), use);
    }

    /** As a group of the document alone. */
    static Taking copy(Document document, StoredBlock stored) {
        Adoption adoption = Adoption.of(document, stored.needed());
        Document with = new Edit.Define(adoption.added()).apply(document);
        String name = Grouping.freeName(with, stored.name());
        List<Definition> defined = new ArrayList<>(adoption.added());
        defined.add(adoption.inside(stored.definition()).withName(name));
        return new Taking(List.of(new Edit.Define(defined)), new Content.Use(name, 1));
    }

    /** The edit of a whole document by which a group becomes what the block that it follows is now. */
    static Edit update(Document whole, Definition group, StoredBlock stored) {
        Map<String, Definition> left = new LinkedHashMap<>(whole.definitions());
        left.keySet().removeAll(onlyFor(whole, group));
        Adoption adoption = Adoption.of(whole.withDefinitions(left), stored.needed());
        Definition now =
                adoption.inside(stored.definition()).withName(group.name()).withOrigin(Optional.of(stored.origin()));
        Edit edit = new Edit.Redefine(now, Map.of(), Map.of());
        return Deed.told(
                "update_block",
                adoption.added().isEmpty() ? edit : new Edit.Sequence(List.of(new Edit.Define(adoption.added()), edit)),
                group.name());
    }

    /** The definitions that nothing but a group needs: new ones may take their names. */
    private static Set<String> onlyFor(Document whole, Definition group) {
        Map<String, Definition> others = new LinkedHashMap<>(whole.definitions());
        others.remove(group.name());
        Set<String> only = new LinkedHashSet<>(
                Definition.reached(group.graph(), whole.definitions()).keySet());
        only.removeAll(Definition.reached(whole.graph(), others).keySet());
        others.values().stream()
                .filter(one -> !only.contains(one.name()))
                .map(Definition::graph)
                .map(graph -> reached(graph, others))
                .forEach(only::removeAll);
        only.remove(group.name());
        return only;
    }

    private static Set<String> reached(Graph graph, Map<String, Definition> all) {
        return Definition.reached(graph, all).keySet();
    }
}
