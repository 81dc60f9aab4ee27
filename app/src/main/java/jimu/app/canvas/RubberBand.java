package jimu.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;

/** Selects the blocks that a rectangle touches, and the wires between them, in addition to what was to be kept. */
final class RubberBand implements Gesture {
    private final Session session;
    private final Pointer pressed;
    private final Selection before;
    private final Selection kept;
    private final Consumer<Optional<Box>> shown;

    /** Begins at {@code pressed}; {@code kept} stays selected and {@code shown} is told the rectangle. */
    RubberBand(Session session, Pointer pressed, Selection kept, Consumer<Optional<Box>> shown) {
        this.session = session;
        this.pressed = pressed;
        this.before = session.selection();
        this.kept = kept;
        this.shown = shown;
    }

    @Override
    public void move(Pointer to) {
        if (to.hasLeft(pressed)) {
            Box band = Box.between(pressed.place(), to.place());
            shown.accept(Optional.of(band));
            session.select(kept.plus(touched(band)));
        }
    }

    @Override
    public void drop(Pointer at) {
        shown.accept(Optional.empty());
        if (!at.hasLeft(pressed)) {
            session.select(kept);
        }
    }

    @Override
    public void cancel() {
        shown.accept(Optional.empty());
        session.select(before);
    }

    private Selection touched(Box band) {
        Document document = session.document();
        List<String> ids = document.graph().blocks().stream()
                .filter(block -> Box.of(document, block).touches(band))
                .map(Block::id)
                .toList();
        Selection blocks = Selection.ofBlocks(ids);
        return new Selection(
                blocks.blocks(),
                java.util.Set.copyOf(document.graph().links().stream()
                        .filter(link -> blocks.blocks().contains(link.from().block())
                                && blocks.blocks().contains(link.to().block()))
                        .toList()));
    }
}
