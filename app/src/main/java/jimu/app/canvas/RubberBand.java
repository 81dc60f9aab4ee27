package jimu.app.canvas;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Link;

/** Selects the blocks that a rectangle touches, and the wires between them, in addition to what was to be kept. */
final class RubberBand implements Gesture {
    private final Session session;
    private final Places places;
    private final Pointer pressed;
    private final Selection before;
    private final Selection kept;
    private final Consumer<Optional<Box>> shown;

    /** Begins at {@code pressed}; {@code kept} stays selected and {@code shown} is told the rectangle. */
    RubberBand(Session session, Places places, Pointer pressed, Selection kept, Consumer<Optional<Box>> shown) {
        this.session = session;
        this.places = places;
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
        Set<String> ids = new LinkedHashSet<>(places.blocksIn(band));
        Set<Link> links = new LinkedHashSet<>();
        for (String id : ids) {
            session.document().graph().incoming(id).stream()
                    .filter(link -> ids.contains(link.from().block()))
                    .forEach(links::add);
        }
        return new Selection(ids, links);
    }
}
