package jimu.app.canvas;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import jimu.engine.graph.Position;

/** The grid's lines, painted behind everything. */
final class GridView extends Pane {
    private final CanvasViewModel model;
    private final Canvas canvas = new Canvas();
    private final Swatches swatches;

    /** Calls {@code changed} when the lines' colour has changed. */
    GridView(CanvasViewModel model, Runnable changed) {
        this.model = model;
        swatches = new Swatches(changed);
        setId("grid");
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(swatches, canvas);
    }

    /** Paints the lines where the viewport now is. */
    void paint() {
        boolean shown = model.grid().shownProperty().get();
        setVisible(shown);
        if (!shown) {
            return;
        }
        Viewport viewport = model.viewport();
        canvas.setWidth(viewport.width());
        canvas.setHeight(viewport.height());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, viewport.width(), viewport.height());
        g.setFill(swatches.color("painted-grid"));
        double step = Grid.step(viewport.scale());
        Box window = viewport.window();
        for (double x = Math.ceil(window.left() / step) * step; x <= window.right(); x += step) {
            double at = Math.round(viewport.toWindow(new Position(x, 0)).x());
            g.fillRect(at, 0, 1, viewport.height());
        }
        for (double y = Math.ceil(window.top() / step) * step; y <= window.bottom(); y += step) {
            double at = Math.round(viewport.toWindow(new Position(0, y)).y());
            g.fillRect(0, at, viewport.width(), 1);
        }
    }
}
