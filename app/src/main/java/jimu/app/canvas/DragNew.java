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
    private Optional<Link> asked = Optional.empty();
    private boolean fits;

    DragNew(NewBlock newBlock, Viewport viewport, Places places, Consumer<DragMarks> marked) {
        this.newBlock = newBlock;
        this.viewport = viewport;
        this.places = places;
        this.marked = marked;
    }

    /** Marks the wire that a block of a type would be spliced into. */
    void over(String type, Pointer at) {
        Optional<Link> wire = wire(at);
        if (wire.isPresent() && !wire.equals(asked)) {
            fits = newBlock.fits(type, LooseWire.through(wire.get()));
        }
        asked = wire;
        marked.accept(DragMarks.of(wire.filter(link -> fits)));
    }

    /** The block was dragged away again. */
    void end() {
        asked = Optional.empty();
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
