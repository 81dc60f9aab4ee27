package jimu.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.app.session.BlockSize;
import jimu.app.session.Placement;
import jimu.app.session.Selection;
import jimu.engine.graph.Adoption;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.FreeName;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.graph.Position;

/**
 * A piece of a document that can be put into one: blocks, the wires between them, their places, and the groups that they are.
 *
 * @param piece a document with nothing else
 */
record Clip(Document piece) {
    private static final double SHIFT = 32;

    /** The edit that adds a copy, and what to select after it. */
    record Paste(Edit edit, Selection selection) {}

    /** The selected blocks and the wires between them. */
    static Clip of(Document document, Set<String> ids) {
        List<Block> blocks = document.graph().blocks().stream()
                .filter(block -> ids.contains(block.id()))
                .toList();
        List<Link> links = document.graph().links().stream()
                .filter(link -> ids.contains(link.from().block())
                        && ids.contains(link.to().block()))
                .toList();
        Map<String, Position> places = new HashMap<>();
        blocks.forEach(block -> places.put(block.id(), document.position(block.id())));
        Document piece = new Edit.AddBlocks(blocks, links, places).apply(Document.EMPTY);
        return new Clip(piece.withDefinitions(Definition.reached(piece.graph(), document.definitions())));
    }

    /** The names of its blocks. */
    List<String> names() {
        return piece.graph().blocks().stream().map(Block::name).toList();
    }

    boolean isEmpty() {
        return piece.graph().blocks().isEmpty();
    }

    /** Adds a copy under free names, beside the original or the nearest place where it covers nothing. */
    Paste into(Document document) {
        Box box = Box.around(piece, piece.graph().blocks());
        Position wanted = new Position(box.left() + SHIFT, box.top() + SHIFT);
        Position free = Placement.in(document).near(wanted, new BlockSize(box.width(), box.height()));
        return copy(document, free.x() - box.left(), free.y() - box.top());
    }

    private Paste copy(Document document, double dx, double dy) {
        Adoption adoption = Adoption.of(document, Definition.reached(piece.graph(), piece.definitions()));
        Set<String> names = new HashSet<>();
        Set<String> taken = new HashSet<>();
        document.graph().blocks().forEach(block -> {
            names.add(block.name());
            taken.add(block.id());
        });
        Map<String, String> ids = new HashMap<>();
        List<Block> blocks = new ArrayList<>();
        Map<String, Position> places = new HashMap<>();
        for (Block block : piece.graph().blocks()) {
            Block copy = Block.of(freeId(taken), name(names, block), adoption.content(block.content()));
            names.add(copy.name());
            taken.add(copy.id());
            ids.put(block.id(), copy.id());
            blocks.add(copy);
            Position place = piece.position(block.id());
            places.put(copy.id(), new Position(place.x() + dx, place.y() + dy));
        }
        List<Link> links = piece.graph().links().stream()
                .map(link -> new Link(moved(link.from(), ids), moved(link.to(), ids)))
                .toList();
        List<Block> sharing = blocks(document.graph(), ids, blocks);
        Edit add = new Edit.AddBlocks(sharing, links, places);
        return new Paste(
                adoption.added().isEmpty() ? add : new Edit.Sequence(List.of(new Edit.Define(adoption.added()), add)),
                Selection.ofBlocks(sharing.stream().map(Block::id).toList()));
    }

    /** Blocks that share the weights of one that came along share its copy's; those of one that is there still share its. */
    private List<Block> blocks(Graph graph, Map<String, String> ids, List<Block> copies) {
        List<Block> originals = List.copyOf(piece.graph().blocks());
        List<Block> result = new ArrayList<>();
        for (int i = 0; i < copies.size(); i++) {
            Block copy = copies.get(i);
            Optional<String> owner = originals.get(i).sharesWeightsOf().flatMap(id -> owner(graph, ids, copy, id));
            result.add(new Block(copy.id(), copy.name(), copy.content(), owner));
        }
        return result;
    }

    /** Another document may have another block of the same id. */
    private static Optional<String> owner(Graph graph, Map<String, String> ids, Block copy, String id) {
        return Optional.ofNullable(ids.get(id))
                .or(() -> graph.block(id)
                        .filter(block ->
                                block.content().label().equals(copy.content().label()))
                        .map(Block::id));
    }

    private static PortRef moved(PortRef end, Map<String, String> ids) {
        return new PortRef(ids.getOrDefault(end.block(), end.block()), end.port());
    }

    private static String freeId(Set<String> taken) {
        int number = taken.size() + 1;
        while (taken.contains("b" + number)) {
            number++;
        }
        return "b" + number;
    }

    private static String name(Set<String> taken, Block block) {
        if (!taken.contains(block.name())) {
            return block.name();
        }
        return block.content() instanceof Content.Of of
                ? FreeName.of(taken, of.layer())
                : FreeName.of(taken, block.name());
    }
}
