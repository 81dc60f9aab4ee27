package jimu.engine.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Blocks and the links between them, immutable; both keep the order in which they were added. */
public final class Graph {
    /** The graph without blocks. */
    public static final Graph EMPTY = new Graph(Map.of(), Set.of());

    private final Map<String, Block> blocks;
    private final Set<Link> links;
    private final Map<String, List<Link>> incoming;

    private Graph(Map<String, Block> blocks, Set<Link> links) {
        this(blocks, links, byTarget(links));
    }

    private Graph(Map<String, Block> blocks, Set<Link> links, Map<String, List<Link>> incoming) {
        this.blocks = Collections.unmodifiableMap(blocks);
        this.links = Collections.unmodifiableSet(links);
        this.incoming = incoming;
    }

    private static Map<String, List<Link>> byTarget(Set<Link> links) {
        Map<String, List<Link>> incoming = new HashMap<>();
        for (Link link : links) {
            incoming.computeIfAbsent(link.to().block(), block -> new ArrayList<>(2))
                    .add(link);
        }
        return incoming;
    }

    /** A graph of these blocks and links. Throws IllegalArgumentException for an id twice or a link without its block. */
    public static Graph of(List<Block> blocks, List<Link> links) {
        return EMPTY.withAll(blocks, links);
    }

    /** The blocks in order. */
    public Collection<Block> blocks() {
        return blocks.values();
    }

    /** The links in order. */
    public Set<Link> links() {
        return links;
    }

    /** Whether the links are the very ones of {@code other}: a graph hands them on when only blocks change. */
    boolean hasLinksOf(Graph other) {
        return incoming == other.incoming;
    }

    /** The links that end at a block, in order. */
    public List<Link> incoming(String block) {
        return Collections.unmodifiableList(incoming.getOrDefault(block, List.of()));
    }

    /** The block with that id, if there is one. */
    public Optional<Block> block(String id) {
        return Optional.ofNullable(blocks.get(id));
    }

    /** The block with that id. Throws IllegalArgumentException if there is none. */
    public Block require(String id) {
        return block(id).orElseThrow(() -> new IllegalArgumentException("No block has the id " + id));
    }

    /** The graph with more blocks and links. */
    public Graph withAll(List<Block> moreBlocks, List<Link> moreLinks) {
        Map<String, Block> all = new LinkedHashMap<>(blocks);
        for (Block block : moreBlocks) {
            if (all.put(block.id(), block) != null) {
                throw new IllegalArgumentException("Two blocks have the id " + block.id());
            }
        }
        Set<Link> wires = new LinkedHashSet<>(links);
        for (Link link : moreLinks) {
            if (!all.containsKey(link.from().block())
                    || !all.containsKey(link.to().block())) {
                throw new IllegalArgumentException("The link " + link + " has no block at one end");
            }
            wires.add(link);
        }
        return new Graph(all, wires);
    }

    /** The graph with one block changed; its id says which. */
    public Graph replace(Block block) {
        require(block.id());
        Map<String, Block> all = new LinkedHashMap<>(blocks);
        all.put(block.id(), block);
        return new Graph(all, links, incoming);
    }

    /** The graph without these blocks and the links that touch them; sharing of their weights ends. */
    public Graph without(Collection<String> ids) {
        Map<String, Block> kept = new LinkedHashMap<>();
        for (Block block : blocks.values()) {
            if (!ids.contains(block.id())) {
                boolean orphaned = block.sharesWeightsOf().filter(ids::contains).isPresent();
                kept.put(block.id(), orphaned ? Block.of(block.id(), block.name(), block.content()) : block);
            }
        }
        Set<Link> wires = new LinkedHashSet<>(links);
        wires.removeIf(link ->
                ids.contains(link.from().block()) || ids.contains(link.to().block()));
        return new Graph(kept, wires);
    }

    /** The graph without one link. Throws IllegalArgumentException if there is no such link. */
    public Graph without(Link link) {
        Set<Link> wires = new LinkedHashSet<>(links);
        if (!wires.remove(link)) {
            throw new IllegalArgumentException("There is no link " + link);
        }
        return new Graph(blocks, wires);
    }

    /** A name like {@code stem} that no block has: {@code stem} itself or with the next free number. */
    public String freeName(String stem) {
        Set<String> taken = new HashSet<>();
        blocks.values().forEach(block -> taken.add(block.name()));
        return FreeName.of(taken, stem);
    }

    /** An id that no block has. */
    public String freeId() {
        int number = blocks.size() + 1;
        while (blocks.containsKey("b" + number)) {
            number++;
        }
        return "b" + number;
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Graph graph
                && new ArrayList<>(blocks.values()).equals(new ArrayList<>(graph.blocks.values()))
                && new ArrayList<>(links).equals(new ArrayList<>(graph.links));
    }

    @Override
    public int hashCode() {
        return 31 * blocks.hashCode() + links.hashCode();
    }

    @Override
    public String toString() {
        return "Graph" + blocks.values() + links;
    }
}
