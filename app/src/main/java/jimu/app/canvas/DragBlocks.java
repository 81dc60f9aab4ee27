package jimu.app.canvas;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jimu.app.session.BlockSize;
import jimu.app.session.Session;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;

/** Moves blocks with the pointer: the grasped one keeps to the grid, the others keep their distance to it. One step of undo. */
final class DragBlocks implements Gesture {
    private final Session session;
    private final Pointer pressed;
    private final String grasped;
    private final Map<String, Position> before = new LinkedHashMap<>();
    private boolean moving;

    DragBlocks(Session session, Pointer pressed, String grasped, Set<String> blocks) {
        this.session = session;
        this.pressed = pressed;
        this.grasped = grasped;
        blocks.forEach(id -> before.put(id, session.present().position(id)));
    }

    @Override
    public void move(Pointer to) {
        moving |= to.hasLeft(pressed);
        if (moving) {
            session.preview(edit(to));
        }
    }

    @Override
    public void drop(Pointer at) {
        if (moving) {
            session.apply(edit(at));
        }
    }

    @Override
    public void cancel() {
        session.endPreview();
    }

    /** Whether the pointer went far enough for the blocks to follow. */
    boolean moving() {
        return moving;
    }

    private Edit edit(Pointer to) {
        Position origin = before.getOrDefault(grasped, Position.ORIGIN);
        Position snapped = BlockSize.snap(new Position(
                origin.x() + to.place().x() - pressed.place().x(),
                origin.y() + to.place().y() - pressed.place().y()));
        Map<String, Position> after = new LinkedHashMap<>();
        before.forEach((id, place) -> after.put(
                id, new Position(place.x() + snapped.x() - origin.x(), place.y() + snapped.y() - origin.y())));
        return new Edit.Move(after);
    }
}
