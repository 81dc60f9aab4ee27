package jimu.app.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Everything around groups that are open in place, and their frames, behind what is open. */
final class AroundView extends Pane {
    private final OpenHere model;
    private Detail detail = Detail.FULL;

    AroundView(OpenHere model) {
        this.model = model;
        setId("around");
        setManaged(false);
        setPickOnBounds(false);
        model.surroundingsProperty().addListener((value, old, now) -> show(now));
        show(model.surroundingsProperty().get());
    }

    /** Shows blocks as they are shown at the zoom that there now is. */
    void show(Detail how) {
        if (how != detail) {
            detail = how;
            getChildren().forEach(node -> {
                if (node instanceof StillView still) {
                    still.show(how);
                }
            });
        }
    }

    private void show(Surroundings around) {
        List<Node> nodes = new ArrayList<>();
        for (Level level : around.levels()) {
            nodes.add(new StillView(level, detail));
            BlockFace face = level.faces().blocks().get(level.group());
            if (face != null) {
                nodes.add(new OpenFrameView(level, face, () -> model.close(level)));
            }
        }
        if (!nodes.isEmpty()) {
            nodes.add(OpenFrameView.ports(around));
        }
        getChildren().setAll(nodes);
    }
}
