package jimu.app.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Everything around groups that are open in place, and their frames, behind what is open. */
final class AroundView extends Pane {
    private final OpenHere model;

    AroundView(OpenHere model) {
        this.model = model;
        setId("around");
        setManaged(false);
        setPickOnBounds(false);
        model.surroundingsProperty().addListener((value, old, now) -> show(now));
        show(model.surroundingsProperty().get());
    }

    private void show(Surroundings around) {
        List<Node> nodes = new ArrayList<>();
        for (Level level : around.levels()) {
            nodes.add(new StillView(level));
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
