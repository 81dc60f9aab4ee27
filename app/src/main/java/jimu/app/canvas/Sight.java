package jimu.app.canvas;

import java.util.List;
import jimu.engine.graph.Link;

/**
 * What the window shows of the canvas; where it is painted, no block or wire is told of.
 *
 * @param detail how
 * @param blocks the blocks within or hardly outside, in the document's order
 * @param wires the wires that may pass there, in the document's order
 */
record Sight(Detail detail, List<String> blocks, List<Link> wires) {
    /** The sight of a window without a size. */
    static final Sight NONE = new Sight(Detail.FULL, List.of(), List.of());

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
        Detail detail = Detail.at(viewport.scale());
        if (detail == Detail.PAINTED) {
            return new Sight(detail, List.of(), List.of());
        }
        Box window = viewport.window().grown(AROUND / viewport.scale());
        return new Sight(detail, places.blocksIn(window), places.wiresIn(window));
    }
}
