package jimu.app.canvas;

import javafx.scene.layout.Pane;
import jimu.engine.graph.Block;
import jimu.engine.graph.Position;

/** What lies around a group that is open in place, to be looked at. */
final class StillView extends Pane {
    StillView(Level level) {
        setManaged(false);
        setMouseTransparent(true);
        getStyleClass().add("around");
        Pane labels = new Pane();
        level.faces().wires().forEach((link, face) -> {
            WireView wire = new WireView(link);
            wire.setId(null);
            wire.show(face);
            wire.route(level.course(link));
            getChildren().add(wire);
            labels.getChildren().add(wire.label());
        });
        for (Block block : level.blocks()) {
            BlockFace face = level.faces().blocks().get(block.id());
            if (face != null) {
                BlockView view = new BlockView(block.id());
                view.setId("around-" + block.id());
                view.show(face);
                Position place = level.document().position(block.id());
                view.lookupAll(".port").forEach(port -> port.setId(null));
                view.relocate(place.x(), place.y());
                getChildren().add(view);
            }
        }
        getChildren().add(labels);
        relocate(level.at().x(), level.at().y());
    }
}
