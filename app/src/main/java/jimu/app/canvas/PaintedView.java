package jimu.app.canvas;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import jimu.app.session.BlockMark;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.session.WirePath;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;

/**
 * Blocks and wires painted as colours and names: what is too small, or too new, to be shown by nodes. The picture reaches beyond the
 * window and is kept: panning shifts it, and what is being dragged is painted on another in front of it.
 */
final class PaintedView extends Pane {
    /** The zoom from which on names are painted. */
    private static final double NAMED = 0.26;

    private static final double INSET = 2;
    private static final double DOT = 3;

    /** How far the kept picture reaches beyond the window, in pixels. */
    private static final double AROUND = 256;

    private final CanvasViewModel model;
    private final Canvas kept = new Canvas();
    private final Canvas front = new Canvas();
    private final Swatches swatches;
    private Optional<Ground> painted = Optional.empty();
    private Position origin = Position.ORIGIN;
    private Position shift = Position.ORIGIN;

    /** What the kept picture follows from, besides the part of the canvas that it shows. */
    private record Ground(
            double scale,
            double width,
            double height,
            Document present,
            int changes,
            Set<String> lifted,
            Faces faces,
            Map<String, BlockMark> marks,
            Selection selection,
            Optional<Link> spliced) {}

    /** Paints what the model says; calls {@code changed} when colours have changed. */
    PaintedView(CanvasViewModel model, Runnable changed) {
        this.model = model;
        swatches = new Swatches(() -> {
            painted = Optional.empty();
            changed.run();
        });
        setManaged(false);
        setMouseTransparent(true);
        front.setVisible(false);
        kept.setVisible(false);
        getChildren().addAll(swatches, kept, front);
    }

    /** Paints what is in sight and not shown by nodes. */
    void paint(Sight sight, NodeLayer nodes) {
        Viewport viewport = model.viewport();
        Detail detail = sight.detail();
        Set<String> lifted = detail == Detail.PAINTED ? lifted() : Set.of();
        Ground now = new Ground(
                viewport.scale(),
                viewport.width(),
                viewport.height(),
                model.session().wholePresent(),
                lifted.isEmpty() ? model.places().changes() : 0,
                lifted,
                model.facesProperty().get(),
                model.blockMarksProperty().get(),
                model.session().selection(),
                model.marksProperty().get().spliced());
        Position at = viewport.toWindow(Position.ORIGIN);
        boolean reaches = Math.abs(at.x() - origin.x()) < AROUND && Math.abs(at.y() - origin.y()) < AROUND;
        if (detail != Detail.PAINTED || !reaches || !painted.equals(Optional.of(now))) {
            paintKept(at, lifted, detail == Detail.PAINTED ? around() : sight, nodes);
            painted = Optional.of(now).filter(ground -> detail == Detail.PAINTED);
        }
        kept.relocate(Math.round(at.x() - origin.x()) - AROUND, Math.round(at.y() - origin.y()) - AROUND);
        paintFront(lifted);
    }

    /** The blocks that stand elsewhere for a moment. */
    private Set<String> lifted() {
        Session session = model.session();
        if (session.whole().equals(session.wholePresent())) {
            return Set.of();
        }
        Document shown = session.document();
        Document present = session.present();
        return shown.graph().blocks().stream()
                .map(Block::id)
                .filter(id -> !shown.position(id).equals(present.position(id)))
                .collect(Collectors.toSet());
    }

    private Sight around() {
        Viewport viewport = model.viewport();
        Box region = viewport.window().grown(AROUND / viewport.scale());
        Places places = model.places();
        return new Sight(Detail.PAINTED, places.blocksIn(region), places.wiresIn(region));
    }

    private void paintKept(Position at, Set<String> lifted, Sight sight, NodeLayer nodes) {
        Viewport viewport = model.viewport();
        List<String> blocks = sight.blocks().stream()
                .filter(id -> !lifted.contains(id) && !nodes.shows(id))
                .toList();
        List<Link> wires = sight.wires().stream()
                .filter(link -> !isLifted(link, lifted) && !nodes.shows(link))
                .toList();
        boolean nothing = blocks.isEmpty() && wires.isEmpty();
        origin = at;
        shift = new Position(AROUND, AROUND);
        if (!nothing || kept.isVisible()) {
            paint(kept, viewport.width() + 2 * AROUND, viewport.height() + 2 * AROUND, blocks, wires);
        }
        kept.setVisible(!nothing);
    }

    private void paintFront(Set<String> lifted) {
        if (!lifted.isEmpty()) {
            shift = Position.ORIGIN;
            List<Link> wires = model.facesProperty().get().wires().keySet().stream()
                    .filter(link -> isLifted(link, lifted))
                    .toList();
            List<String> blocks = model.facesProperty().get().blocks().keySet().stream()
                    .filter(lifted::contains)
                    .toList();
            paint(front, model.viewport().width(), model.viewport().height(), blocks, wires);
        }
        front.setVisible(!lifted.isEmpty());
    }

    private static boolean isLifted(Link link, Set<String> lifted) {
        return lifted.contains(link.from().block()) || lifted.contains(link.to().block());
    }

    private void paint(Canvas canvas, double width, double height, List<String> blocks, List<Link> wires) {
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, width, height);
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

    /** Where a place lies in the picture being painted. */
    private Position inPicture(Position place) {
        Position there = model.viewport().toWindow(place);
        return new Position(there.x() + shift.x(), there.y() + shift.y());
    }

    private void paintBlock(GraphicsContext g, BlockFace face, Selected selected) {
        Box box = model.places().box(face.id());
        Viewport viewport = model.viewport();
        Position corner = inPicture(new Position(box.left(), box.top()));
        double x = Math.round(corner.x());
        double y = Math.round(corner.y());
        double width = Math.max(2, Math.round(box.width() * viewport.scale()));
        double height = Math.max(2, Math.round(box.height() * viewport.scale()));
        String category = "category-" + face.category();
        if (selected == Selected.YES) {
            frame(g, "painted-selected", x, y, width, height, 2);
        }
        BlockMark mark = model.mark(face.id());
        String heat = "heat-" + mark.heat();
        g.setFill(mark.heat() < 0 ? swatches.color("painted-block", category) : swatches.color("painted-heat", heat));
        g.fillRect(x, y, width, height);
        frame(g, "painted-edge", x + 1, y + 1, width - 2, height - 2, 1);
        if (face.state() == BlockFace.State.WRONG) {
            frame(g, "painted-wrong", x, y, width, height, 2);
        }
        if (viewport.scale() >= NAMED) {
            g.setFill(
                    mark.heat() < 0
                            ? swatches.color("painted-on-block", category)
                            : swatches.color("painted-on-heat", heat));
            g.fillText(Shortened.of(face.name(), width - 2 * INSET, swatches::width), x + INSET, y + height / 2);
        }
        if (!face.problems().isEmpty()) {
            g.setFill(swatches.color("painted-wrong"));
            g.fillOval(x + width - DOT, y - DOT, 2 * DOT, 2 * DOT);
        }
        if (!mark.notices().isEmpty()) {
            g.setFill(swatches.color("painted-notice"));
            g.fillOval(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
        }
    }

    /** A line of some width round a rectangle. */
    private void frame(GraphicsContext g, String style, double x, double y, double width, double height, double line) {
        Paint paint = swatches.color(style);
        if (paint.equals(Color.TRANSPARENT)) {
            return;
        }
        g.setFill(paint);
        g.fillRect(x - line, y - line, width + 2 * line, line);
        g.fillRect(x - line, y + height, width + 2 * line, line);
        g.fillRect(x - line, y, line, height);
        g.fillRect(x + width, y, line, height);
    }

    /** Wires that look the same are painted as one line. */
    private void paintWires(GraphicsContext g, List<Link> wires) {
        Faces faces = model.facesProperty().get();
        Selection selection = model.session().selection();
        Optional<Link> spliced = model.marksProperty().get().spliced();
        Viewport viewport = model.viewport();
        Position corner = inPicture(Position.ORIGIN);
        g.setTransform(viewport.scale(), 0, 0, viewport.scale(), corner.x(), corner.y());
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
