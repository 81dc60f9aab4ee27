package jimu.app.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jimu.app.session.BlockSize;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark;

/** Moves a note or a frame with the pointer; a frame takes along what lies wholly in it. One step of undo. */
final class DragRemark implements Gesture {
    private final Session session;
    private final Pointer pressed;
    private final Remark grasped;
    private final Map<String, Remark> remarks = new LinkedHashMap<>();
    private final Map<String, Position> blocks = new LinkedHashMap<>();
    private boolean moving;

    private DragRemark(Session session, Pointer pressed, String id, Remark grasped) {
        this.session = session;
        this.pressed = pressed;
        this.grasped = grasped;
        Document document = session.present();
        remarks.put(id, grasped);
        if (grasped.kind() == Remark.Kind.FRAME) {
            Box box = Box.of(grasped);
            document.graph().blocks().stream()
                    .filter(block -> box.holds(Box.of(document, block)))
                    .forEach(block -> blocks.put(block.id(), document.position(block.id())));
            document.remarks().forEach((other, remark) -> {
                if (box.holds(Box.of(remark))) {
                    remarks.put(other, remark);
                }
            });
        }
    }

    /** Selects the note or frame and begins to move it. */
    static Gesture begin(Session session, Pointer pressed, String id) {
        session.select(Selection.ofRemark(id));
        Remark remark = session.present().remarks().get(id);
        if (remark == null) {
            throw new IllegalArgumentException("There is no remark " + id);
        }
        return new DragRemark(session, pressed, id, remark);
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

    private Edit edit(Pointer to) {
        Position snapped = BlockSize.snap(new Position(
                grasped.place().x() + to.place().x() - pressed.place().x(),
                grasped.place().y() + to.place().y() - pressed.place().y()));
        double dx = snapped.x() - grasped.place().x();
        double dy = snapped.y() - grasped.place().y();
        List<Edit> edits = new ArrayList<>();
        remarks.forEach((id, remark) ->
                edits.add(new Edit.SetRemark(id, remark.withPlace(moved(remark.place(), dx, dy)))));
        Map<String, Position> places = new LinkedHashMap<>();
        blocks.forEach((id, place) -> places.put(id, moved(place, dx, dy)));
        if (!places.isEmpty()) {
            edits.add(new Edit.Move(places));
        }
        return edits.size() == 1 ? edits.get(0) : new Edit.Sequence(edits);
    }

    private static Position moved(Position place, double dx, double dy) {
        return new Position(place.x() + dx, place.y() + dy);
    }
}
