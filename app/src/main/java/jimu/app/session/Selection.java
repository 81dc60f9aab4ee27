package jimu.app.session;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Document;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;

/**
 * What is selected, in the order in which it was.
 *
 * @param blocks the ids of blocks
 * @param links the wires
 * @param remarks the ids of notes and frames
 */
public record Selection(Set<String> blocks, Set<Link> links, Set<String> remarks) {
    /** Nothing selected. */
    public static final Selection NONE = new Selection(Set.of(), Set.of());

    public Selection {
        blocks = Collections.unmodifiableSet(new LinkedHashSet<>(blocks));
        links = Collections.unmodifiableSet(new LinkedHashSet<>(links));
        remarks = Collections.unmodifiableSet(new LinkedHashSet<>(remarks));
    }

    /** These blocks and wires. */
    public Selection(Set<String> blocks, Set<Link> links) {
        this(blocks, links, Set.of());
    }

    /** One note or frame alone. */
    public static Selection ofRemark(String remark) {
        return new Selection(Set.of(), Set.of(), Set.of(remark));
    }

    /** These blocks alone. */
    public static Selection ofBlocks(Collection<String> ids) {
        return new Selection(new LinkedHashSet<>(ids), Set.of());
    }

    /** One block alone. */
    public static Selection of(String block) {
        return new Selection(Set.of(block), Set.of());
    }

    /** One wire alone. */
    public static Selection of(Link link) {
        return new Selection(Set.of(), Set.of(link));
    }

    /** All blocks and wires of a graph. */
    public static Selection allOf(Graph graph) {
        Set<String> ids = new LinkedHashSet<>();
        graph.blocks().forEach(block -> ids.add(block.id()));
        return new Selection(ids, graph.links());
    }

    /** Whether nothing is selected. */
    public boolean isEmpty() {
        return blocks.isEmpty() && links.isEmpty() && remarks.isEmpty();
    }

    /** The block, if exactly one block and no wire is selected. */
    public Optional<String> single() {
        return blocks.size() == 1 && links.isEmpty() && remarks.isEmpty()
                ? Optional.of(blocks.iterator().next())
                : Optional.empty();
    }

    /** With the block if it was not selected, without it if it was. */
    public Selection toggle(String block) {
        Set<String> changed = new LinkedHashSet<>(blocks);
        if (!changed.remove(block)) {
            changed.add(block);
        }
        return new Selection(changed, links, remarks);
    }

    /** With the wire if it was not selected, without it if it was. */
    public Selection toggle(Link link) {
        Set<Link> changed = new LinkedHashSet<>(links);
        if (!changed.remove(link)) {
            changed.add(link);
        }
        return new Selection(blocks, changed, remarks);
    }

    /** With more blocks and wires. */
    public Selection plus(Selection more) {
        Set<String> ids = new LinkedHashSet<>(blocks);
        ids.addAll(more.blocks);
        Set<Link> wires = new LinkedHashSet<>(links);
        wires.addAll(more.links);
        Set<String> notes = new LinkedHashSet<>(remarks);
        notes.addAll(more.remarks);
        return new Selection(ids, wires, notes);
    }

    /** Only what the document still has. */
    public Selection within(Document document) {
        Graph graph = document.graph();
        Set<String> ids = new LinkedHashSet<>(blocks);
        ids.removeIf(id -> graph.block(id).isEmpty());
        Set<Link> wires = new LinkedHashSet<>(links);
        wires.retainAll(graph.links());
        Set<String> notes = new LinkedHashSet<>(remarks);
        notes.retainAll(document.remarks().keySet());
        return new Selection(ids, wires, notes);
    }
}
