package jimu.app.canvas;

import jimu.app.session.Selection;
import jimu.app.session.Session;

/** A press on one of several selected blocks: a drag moves them all, a mere click selects that one alone. */
final class ClickToSelect implements Gesture {
    private final DragBlocks drag;
    private final Session session;
    private final String block;

    ClickToSelect(DragBlocks drag, Session session, String block) {
        this.drag = drag;
        this.session = session;
        this.block = block;
    }

    @Override
    public void move(Pointer to) {
        drag.move(to);
    }

    @Override
    public void drop(Pointer at) {
        drag.drop(at);
        if (!drag.moving()) {
            session.select(Selection.of(block));
        }
    }

    @Override
    public void cancel() {
        drag.cancel();
    }
}
