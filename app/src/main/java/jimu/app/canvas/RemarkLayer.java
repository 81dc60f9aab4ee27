package jimu.app.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.layout.Pane;
import jimu.app.session.Session;
import jimu.engine.graph.Remark;

/** The notes and frames behind everything else on the canvas; frames behind notes. */
final class RemarkLayer extends Pane {
    private final Session session;
    private final Pane frames = layer();
    private final Pane notes = layer();
    private final Map<String, RemarkView> views = new HashMap<>();

    RemarkLayer(Session session) {
        this.session = session;
        setPickOnBounds(false);
        setManaged(false);
        getChildren().addAll(frames, notes);
        session.documentProperty().addListener((value, old, now) -> follow());
        session.selectionProperty().addListener((value, old, now) -> follow());
        follow();
    }

    private static Pane layer() {
        Pane layer = new Pane();
        layer.setPickOnBounds(false);
        layer.setManaged(false);
        return layer;
    }

    private void follow() {
        Map<String, Remark> remarks = session.document().remarks();
        views.entrySet().removeIf(entry -> {
            boolean gone = !remarks.containsKey(entry.getKey());
            if (gone) {
                frames.getChildren().remove(entry.getValue());
                notes.getChildren().remove(entry.getValue());
            }
            return gone;
        });
        remarks.forEach((id, remark) -> {
            RemarkView view = views.get(id);
            if (view == null) {
                view = new RemarkView(id);
                views.put(id, view);
                (remark.kind() == Remark.Kind.FRAME ? frames : notes)
                        .getChildren()
                        .add(view);
            }
            view.show(remark, Selected.when(session.selection().remarks().contains(id)));
        });
    }
}
