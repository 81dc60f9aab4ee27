package jimu.app.canvas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import jimu.app.session.Selection;
import jimu.app.session.WirePath;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;

/** Blocks and wires painted on one canvas, as colours and names: what is too small, or too new, to be shown by nodes. */
final class PaintedView extends Pane {
    /** The zoom from which on names are painted. */
    private static final double NAMED = 0.26;

    private static final double INSET = 3;
    private static final double LETTER = 0.6;
    private static final double DOT = 3;

    private final CanvasViewModel model;
    private final Canvas canvas = new Canvas();
    private final Swatches swatches;
    private boolean blank = true;

    /** Paints what the model says; calls {@code changed} when colours have changed. */
    PaintedView(CanvasViewModel model, Runnable changed) {
        this.model = model;
        swatches = new Swatches(changed);
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(swatches, canvas);
    }

    /** Paints what is in sight and not shown by nodes. */
    void paint(Sight sight, NodeLayer nodes) {
        List<String> blocks =
                sight.blocks().stream().filter(id -> !nodes.shows(id)).toList();
        List<Link> wires =
                sight.wires().stream().filter(link -> !nodes.shows(link)).toList();
        boolean nothing = blocks.isEmpty() && wires.isEmpty();
        if (nothing && blank) {
            return;
        }
        blank = nothing;
        canvas.setVisible(!nothing);
        Viewport viewport = model.viewport();
        if (canvas.getWidth() != viewport.width() || canvas.getHeight() != viewport.height()) {
            canvas.setWidth(viewport.width());
            canvas.setHeight(viewport.height());
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (blank) {
            return;
        }
        paintWires(g, wires);
        Faces faces = model.facesProperty().get();
        Selection selection = model.session().selection();
        g.setFont(swatches.font());
        g.setTextBaseline(VPos.CENTER);
        for (String id : blocks) {
            BlockFace face = faces.blocks().get(id);
            if (face != null) {
                paintBlock(g, face, Selected.when(selection.blocks().contains(id)));
            }
        }
    }

    private void paintBlock(GraphicsContext g, BlockFace face, Selected selected) {
        Box box = model.places().box(face.id());
        Viewport viewport = model.viewport();
        Position corner = viewport.toWindow(new Position(box.left(), box.top()));
        double x = Math.round(corner.x());
        double y = Math.round(corner.y());
        double width = Math.max(2, Math.round(box.width() * viewport.scale()));
        double height = Math.max(2, Math.round(box.height() * viewport.scale()));
        String category = "category-" + face.category();
        if (selected == Selected.YES) {
            frame(g, "painted-selected", x, y, width, height);
        }
        g.setFill(swatches.color("painted-block", category));
        g.fillRect(x, y, width, height);
        if (face.state() == BlockFace.State.WRONG) {
            frame(g, "painted-wrong", x, y, width, height);
        }
        if (viewport.scale() >= NAMED) {
            g.setFill(swatches.color("painted-on-block", category));
            g.fillText(shortened(face.name(), width - 2 * INSET), x + INSET, y + height / 2);
        }
        if (!face.problems().isEmpty()) {
            g.setFill(swatches.color("painted-wrong"));
            g.fillOval(x + width - DOT, y - DOT, 2 * DOT, 2 * DOT);
        }
    }

    private void frame(GraphicsContext g, String style, double x, double y, double width, double height) {
        g.setFill(swatches.color(style));
        g.fillRect(x - 2, y - 2, width + 4, 2);
        g.fillRect(x - 2, y + height, width + 4, 2);
        g.fillRect(x - 2, y, 2, height);
        g.fillRect(x + width, y, 2, height);
    }

    private String shortened(String name, double width) {
        int room = (int) (width / (swatches.font().getSize() * LETTER));
        return name.length() <= room ? name : name.substring(0, Math.max(0, room - 1)) + "…";
    }

    /** Wires that look the same are painted as one line. */
    private void paintWires(GraphicsContext g, List<Link> wires) {
        Faces faces = model.facesProperty().get();
        Selection selection = model.session().selection();
        Optional<Link> spliced = model.marksProperty().get().spliced();
        Viewport viewport = model.viewport();
        Position origin = viewport.toWindow(Position.ORIGIN);
        g.setTransform(viewport.scale(), 0, 0, viewport.scale(), origin.x(), origin.y());
        g.setLineCap(StrokeLineCap.BUTT);
        for (WireFace.State state : WireFace.State.values()) {
            stroke(g, wires, "painted-wire-" + state.name().toLowerCase(Locale.ROOT), 1, link -> {
                WireFace face = faces.wires().get(link);
                return face != null
                        && face.state() == state
                        && !selection.links().contains(link);
            });
        }
        stroke(g, wires, "painted-selected", 2, link -> selection.links().contains(link));
        stroke(g, wires, "painted-spliced", 3, link -> spliced.equals(Optional.of(link)));
        g.setTransform(1, 0, 0, 1, 0, 0);
    }

    private void stroke(GraphicsContext g, List<Link> wires, String style, double width, Predicate<Link> which) {
        Paint paint = swatches.color(style);
        g.setStroke(paint);
        g.setLineWidth(width / model.viewport().scale());
        g.beginPath();
        boolean some = false;
        for (Link link : wires) {
            if (which.test(link)) {
                some = true;
                model.places().course(link).ifPresent(path -> trace(g, path));
            }
        }
        if (some) {
            g.stroke();
        }
    }

    private static void trace(GraphicsContext g, WirePath path) {
        g.moveTo(path.start().x(), path.start().y());
        for (WirePath.Cubic curve : path.curves()) {
            g.bezierCurveTo(
                    curve.first().x(),
                    curve.first().y(),
                    curve.second().x(),
                    curve.second().y(),
                    curve.end().x(),
                    curve.end().y());
        }
    }
}
