package jimu.app.canvas;

import java.util.List;
import jimu.engine.graph.Link;

/**
 * What the window shows of the canvas.
 *
 * @param detail how
 * @param blocks the blocks within or hardly outside, in the document's order
 * @param wires the wires that may pass there, in the document's order
 */
record Sight(Detail detail, List<String> blocks, List<Link> wires) {
    /** The sight of a window without a size. */
    static final Sight NONE = new Sight(Detail.NODES, List.of(), List.of());

    /** How far beyond the window's edge things are held ready, in pixels of the window. */
    private static final double AROUND = 96;

    Sight {
        blocks = List.copyOf(blocks);
        wires = List.copyOf(wires);
    }

    /** What a viewport shows. */
    static Sight of(Viewport viewport, Places places) {
        if (viewport.width() <= 0 || viewport.height() <= 0) {
            return NONE;
        }
        Box window = viewport.window().grown(AROUND / viewport.scale());
        return new Sight(Detail.at(viewport.scale()), places.blocksIn(window), places.wiresIn(window));
    }
}
