package jimu.app.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import jimu.app.session.BlockMark;
import jimu.app.session.PortEnd;

/**
 * The block or the input that the pointer rests on, in words, whether it is a node or painted; over wires the pointer is a hand.
 */
final class HoverTip {
    private final CanvasView view;
    private final CanvasViewModel model;
    private final Tooltip tooltip = new Tooltip();
    private Spot last = new Spot.OnCanvas();

    HoverTip(CanvasView view, CanvasViewModel model) {
        this.view = view;
        this.model = model;
        tooltip.setShowDelay(Duration.millis(400));
        tooltip.setShowDuration(Duration.seconds(30));
        tooltip.getStyleClass().add("block-tooltip");
    }

    /** Tells from now on. */
    void install() {
        view.addEventFilter(MouseEvent.MOUSE_MOVED, this::move);
        view.addEventFilter(MouseEvent.MOUSE_EXITED, event -> follow(new Spot.OnCanvas()));
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> follow(new Spot.OnCanvas()));
    }

    private void move(MouseEvent event) {
        follow(view.spot(event.getPickResult().getIntersectedNode(), event.getX(), event.getY()));
    }

    private void follow(Spot spot) {
        if (spot.equals(last)) {
            return;
        }
        boolean wire = spot instanceof Spot.OnWire;
        if (wire || last instanceof Spot.OnWire) {
            view.setCursor(wire ? Cursor.HAND : Cursor.DEFAULT);
        }
        last = spot;
        tooltip.hide();
        Tooltip.uninstall(view, tooltip);
        String told = told(spot);
        if (!told.isEmpty()) {
            tooltip.setText(told);
            Tooltip.install(view, tooltip);
        }
    }

    private String told(Spot spot) {
        if (spot instanceof Spot.OnPort port && port.end().side() == PortEnd.Side.INPUT) {
            return PortView.told(port.end());
        } else if (spot instanceof Spot.OnBlock block) {
            BlockFace face = model.facesProperty().get().blocks().get(block.id());
            return face == null ? "" : told(face, model.mark(block.id()));
        }
        return "";
    }

    private static String told(BlockFace face, BlockMark mark) {
        List<String> lines = new ArrayList<>(List.of(face.told()));
        if (!mark.figure().isEmpty()) {
            lines.add(mark.figure());
        }
        mark.notices().forEach(notice -> lines.add("\n" + notice));
        return String.join("\n", lines);
    }
}
