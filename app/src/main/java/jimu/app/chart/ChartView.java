package jimu.app.chart;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import jimu.app.fx.FileKind;
import jimu.app.fx.LazyDrawing;
import jimu.app.fx.Words;
import jimu.app.text.Texts;

/** Shows the charts: loss, metric and what else is wanted, one below the other over one axis; values at the pointer, zoom, and files. */
public final class ChartView extends BorderPane {
    private static final double AXIS = 80;
    private static final double NEAR = 5;

    private final ChartViewModel model;
    private final ChartExports exports;
    private final ChartColors colors = new ChartColors();
    private final ChartDrawing drawing = new ChartDrawing();
    private final FittingCanvas canvas;
    private final CrosshairView crosshair = new CrosshairView();
    private final LazyDrawing lazy;
    private ChartFrame frame;
    private List<PlotArea> areas = List.of();
    private double pointerX = -1;
    private double pointerY = -1;

    public ChartView(ChartViewModel model, ChartExports exports) {
        this.model = model;
        this.exports = exports;
        setId("chart");
        getStyleClass().add("chart-box");
        frame = model.frame(AXIS);
        lazy = new LazyDrawing(this, this::draw);
        canvas = new FittingCanvas(drawing.chart(), sized -> lazy.draw());
        build();
        colors.onColors(lazy::draw);
        model.versionProperty().addListener((value, old, now) -> lazy.draw());
        Texts.follow(this, ChartView::draw);
        lazy.draw();
    }

    private void build() {
        Region rubber = new Region();
        rubber.getStyleClass().add("chart-rubber");
        rubber.setManaged(false);
        rubber.setMouseTransparent(true);
        Pane over = new Pane(rubber);
        over.setMouseTransparent(true);
        canvas.visibleProperty().bind(model.emptyProperty().not());
        canvas.setId("chart-canvas");
        canvas.setAccessibleText("");
        new ChartGestures(model, canvas, rubber, () -> frame, () -> areas);
        canvas.setOnMouseMoved(event -> point(event.getX(), event.getY()));
        canvas.setOnMouseExited(event -> point(-1, -1));
        Label empty = Words.label("chart.empty");
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        empty.visibleProperty().bind(model.emptyProperty());
        colors.getChildren().addAll(canvas, over, crosshair, empty);
        colors.setMinSize(0, 0);
        setTop(new ChartLegend(model, this::export));
        setCenter(colors);
        setMinSize(0, 0);
    }

    private void draw() {
        long began = System.nanoTime();
        frame = model.frame(Math.max(AXIS, canvas.getWidth() - AXIS));
        drawing.show(frame, colors.palette(), canvas.getHeight());
        areas = canvas.drawn().map(drawn -> PlotArea.of(frame, drawn)).orElse(List.of());
        crosshair();
        model.took(System.nanoTime() - began);
    }

    private void point(double x, double y) {
        pointerX = x;
        pointerY = y;
        crosshair();
    }

    private void crosshair() {
        double share = areas.isEmpty() ? -1 : areas.get(0).shareX(pointerX);
        if (pointerX < 0 || share < 0 || share > 1) {
            crosshair.hide();
            return;
        }
        double near = NEAR / areas.get(0).width();
        model.readout(frame, frame.x().value(share), near)
                .ifPresentOrElse(
                        readout -> crosshair.show(readout, frame.x(), areas, colors.palette(), pointerY),
                        crosshair::hide);
    }

    private void export(FileKind kind) {
        if (kind == FileKind.CSV) {
            exports.table(model.copies());
        } else {
            exports.picture(kind, frame, colors.palette(), (int) canvas.getWidth(), (int) canvas.getHeight());
        }
    }
}
