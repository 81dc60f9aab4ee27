package jimu.app.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import jimu.app.session.WireLine;
import jimu.engine.graph.Block;
import jimu.engine.graph.Position;

/** What lies around a group that is open in place, to be looked at. */
final class StillView extends Pane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Map<BlockView, BlockFace> blocks = new HashMap<>();

    StillView(Level level, Detail how) {
        setManaged(false);
        setMouseTransparent(true);
        getStyleClass().add("around");
        Pane labels = new Pane();
        level.courses().forEach((face, course) -> {
            WireLine line = new WireLine();
            line.follow(course);
            line.getStyleClass().add("wire");
            line.pseudoClassStateChanged(WRONG, face.state() == WireFace.State.WRONG);
            getChildren().add(line);
            if (!face.label(course).isEmpty()) {
                labels.getChildren().add(label(face.label(course), course.middle()));
            }
        });
        for (Block block : level.blocks()) {
            BlockFace face = level.faces().blocks().get(block.id());
            if (face != null) {
                BlockView view = new BlockView(block.id());
                view.setId("around-" + block.id());
                view.show(face, how);
                blocks.put(view, face);
                Position place = level.document().position(block.id());
                view.lookupAll(".port").forEach(port -> port.setId(null));
                view.relocate(place.x(), place.y());
                getChildren().add(view);
            }
        }
        getChildren().add(labels);
        relocate(level.at().x(), level.at().y());
    }

    /** Shows blocks as they are shown at the zoom that there now is. */
    void show(Detail how) {
        blocks.forEach((view, face) -> view.show(face, how));
    }

    private static Label label(String text, Position middle) {
        Label label = new Label(text);
        label.getStyleClass().add("wire-label");
        label.translateXProperty().bind(label.widthProperty().divide(-2));
        label.translateYProperty().bind(label.heightProperty().divide(-2));
        label.relocate(middle.x(), middle.y());
        return label;
    }
}
