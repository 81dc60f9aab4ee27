package jimu.app.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.layout.Pane;
import jimu.app.session.Session;
import jimu.engine.graph.Remark;

/** The notes, or the frames, of the canvas: frames lie behind everything else, notes in front of the blocks. */
final class RemarkLayer extends Pane {
    private final Session session;
    private final Remark.Kind kind;
    private final Map<String, RemarkView> views = new HashMap<>();

    RemarkLayer(Session session, Remark.Kind kind) {
        this.session = session;
        this.kind = kind;
        setPickOnBounds(false);
        setManaged(false);
        session.documentProperty().addListener((value, old, now) -> follow());
        session.selectionProperty().addListener((value, old, now) -> follow());
        follow();
    }

    private void follow() {
        Map<String, Remark> remarks = session.document().remarks();
        views.entrySet().removeIf(entry -> {
            Remark remark = remarks.get(entry.getKey());
            boolean gone = remark == null || remark.kind() != kind;
            if (gone) {
                getChildren().remove(entry.getValue());
            }
            return gone;
        });
        remarks.forEach((id, remark) -> {
            if (remark.kind() == kind) {
                RemarkView view = views.get(id);
                if (view == null) {
                    view = new RemarkView(id);
                    views.put(id, view);
                    getChildren().add(view);
                }
                view.show(remark, Selected.when(session.selection().remarks().contains(id)));
            }
        });
    }
}
