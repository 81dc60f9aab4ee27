package jimu.app.canvas;

import jimu.app.session.BlockSize;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark;

/** Makes a note or a frame larger or smaller by its right lower corner. One step of undo. */
final class ResizeRemark implements Gesture {
    private static final double SMALLEST = 48;

    private final Session session;
    private final Pointer pressed;
    private final String id;
    private final Remark before;

    ResizeRemark(Session session, Pointer pressed, String id) {
        this.session = session;
        this.pressed = pressed;
        this.id = id;
        Remark remark = session.present().remarks().get(id);
        if (remark == null) {
            throw new IllegalArgumentException("There is no remark " + id);
        }
        this.before = remark;
        session.select(Selection.ofRemark(id));
    }

    @Override
    public void move(Pointer to) {
        session.preview(edit(to));
    }

    @Override
    public void drop(Pointer at) {
        session.apply(edit(at));
    }

    @Override
    public void cancel() {
        session.endPreview();
    }

    private Edit edit(Pointer to) {
        Position size = BlockSize.snap(new Position(
                before.width() + to.place().x() - pressed.place().x(),
                before.height() + to.place().y() - pressed.place().y()));
        return new Edit.SetRemark(id, before.withSize(Math.max(SMALLEST, size.x()), Math.max(SMALLEST, size.y())));
    }
}
