package jimu.app.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.layer.Layer;

/** Small documents for tests: blocks whose ids are their names, and wires between main ports. */
public final class Nets {
    private final List<Block> blocks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Position> places = new HashMap<>();

    private Nets() {}

    /** What a document's blocks are called, in order. */
    public static List<String> names(Document document) {
        return document.graph().blocks().stream().map(Block::name).toList();
    }

    /** Begins a document. */
    public static Nets net() {
        return new Nets();
    }

    /** Adds a block to the right of the last. */
    public Nets block(String name, Layer layer) {
        return block(name, layer, 250 * blocks.size(), 100);
    }

    /** Adds a block at a place. */
    public Nets block(String name, Layer layer, double x, double y) {
        blocks.add(Block.of(name, name, new Content.Of(layer)));
        places.put(name, new Position(x, y));
        return this;
    }

    /** Adds a wire from a main output to a port. */
    public Nets wire(String from, String to, String port) {
        links.add(Link.of(from, "output", to, port));
        return this;
    }

    /** Adds wires from each block to the next one. */
    public Nets chain(String... names) {
        for (int i = 1; i < names.length; i++) {
            wire(names[i - 1], names[i], "input");
        }
        return this;
    }

    /** The document. */
    public Document document() {
        return new Edit.AddBlocks(blocks, links, places).apply(Document.EMPTY);
    }
}
