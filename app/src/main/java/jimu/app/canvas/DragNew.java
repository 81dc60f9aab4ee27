package jimu.app.canvas;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jimu.app.session.LooseWire;
import jimu.app.session.NewBlock;
import jimu.engine.graph.Link;

/** A new block that is dragged onto the canvas: over a wire it is spliced in. */
final class DragNew {
    private static final double WIRE = 14;

    private final NewBlock newBlock;
    private final Viewport viewport;
    private final Places places;
    private final Consumer<DragMarks> marked;

    DragNew(NewBlock newBlock, Viewport viewport, Places places, Consumer<DragMarks> marked) {
        this.newBlock = newBlock;
        this.viewport = viewport;
        this.places = places;
        this.marked = marked;
    }

    /** Marks the wire that the block would be spliced into. */
    void over(Pointer at) {
        marked.accept(DragMarks.of(wire(at)));
    }

    /** The block was dragged away again. */
    void end() {
        marked.accept(DragMarks.NONE);
    }

    /** Puts a block there, its middle where it was dropped, and into a wire that runs there. */
    void drop(String type, Pointer at) {
        end();
        newBlock.addOn(type, wire(at).map(LooseWire::through).orElse(LooseWire.NONE), NewBlock.around(at.place()));
    }

    private Optional<Link> wire(Pointer at) {
        return places.blockAt(at.place()).isPresent()
                ? Optional.empty()
                : places.wireNear(at.place(), WIRE / Math.min(1, viewport.scale()), Set.of());
    }
}
