package jimu.app.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** A picture painted by hand in the colours and the font of the theme; it is painted anew when any of them, or its size, changes. */
abstract class PaintedView extends Pane {
    private static final StyleablePropertyFactory<PaintedView> FACTORY =
            new StyleablePropertyFactory<>(Pane.getClassCssMetaData());
    private static final CssMetaData<PaintedView, Color> TEXT = color("-plot-text", plot -> plot.text);
    private static final CssMetaData<PaintedView, Color> GRID = color("-plot-grid", plot -> plot.grid);
    private static final CssMetaData<PaintedView, Color> GROUND = color("-plot-ground", plot -> plot.ground);
    private static final CssMetaData<PaintedView, Color> WORST = color("-plot-worst", plot -> plot.worst);
    private static final CssMetaData<PaintedView, Color> BEST = color("-plot-best", plot -> plot.best);
    private static final CssMetaData<PaintedView, Color> MARK = color("-plot-mark", plot -> plot.mark);
    private static final double AWAY = 14;

    private final StyleableObjectProperty<Color> text = property(TEXT);
    private final StyleableObjectProperty<Color> grid = property(GRID);
    private final StyleableObjectProperty<Color> ground = property(GROUND);
    private final StyleableObjectProperty<Color> worst = property(WORST);
    private final StyleableObjectProperty<Color> best = property(BEST);
    private final StyleableObjectProperty<Color> mark = property(MARK);
    private final Canvas canvas = new Canvas();
    private final Label gauge = new Label();
    private final Tooltip tip = new Tooltip();
    private final Text measure = new Text();

    PaintedView() {
        getStyleClass().add("sweep-plot");
        gauge.getStyleClass().add("sweep-plot-font");
        gauge.setVisible(false);
        gauge.setManaged(false);
        setMinSize(0, 0);
        getChildren().addAll(canvas, gauge);
        List.of(text, grid, ground, worst, best, mark).forEach(color -> color.addListener((value, old, now) -> draw()));
        gauge.fontProperty().addListener((value, old, now) -> draw());
        visibleProperty().addListener((value, old, now) -> draw());
        setOnMouseExited(event -> tip.hide());
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    /** Paints everything anew, if anybody can see it. */
    final void draw() {
        if (isVisible() && getWidth() > 0 && getHeight() > 0) {
            GraphicsContext painter = canvas.getGraphicsContext2D();
            painter.clearRect(0, 0, getWidth(), getHeight());
            painter.setFont(font());
            paint(painter, getWidth(), getHeight());
        }
    }

    /** Paints on a clean canvas of that size. */
    abstract void paint(GraphicsContext painter, double width, double height);

    /** Tells something at the pointer; nothing if it is empty. */
    final void tell(MouseEvent event, String words) {
        if (words.isEmpty()) {
            tip.hide();
        } else {
            tip.setText(words);
            tip.show(this, event.getScreenX() + AWAY, event.getScreenY() + AWAY);
        }
    }

    final Font font() {
        return gauge.getFont();
    }

    /** The height of a line of text. */
    final double line() {
        return 1.35 * font().getSize();
    }

    /** The width of a text. */
    final double width(String words) {
        measure.setFont(font());
        measure.setText(words);
        return measure.getLayoutBounds().getWidth();
    }

    /** The text, or as much of it as fits, with an ellipsis. */
    final String fitting(String words, double room) {
        if (width(words) <= room) {
            return words;
        }
        int length = words.length();
        while (length > 1 && width(words.substring(0, length) + "…") > room) {
            length--;
        }
        return words.substring(0, length) + "…";
    }

    /** Writes a text at a place, its middle height there. */
    static void write(GraphicsContext painter, String words, double x, double y, TextAlignment side, Color color) {
        painter.setFill(color);
        painter.setTextAlign(side);
        painter.setTextBaseline(VPos.CENTER);
        painter.fillText(words, x, y);
    }

    final Color text() {
        return text.get();
    }

    final Color grid() {
        return grid.get();
    }

    final Color ground() {
        return ground.get();
    }

    final Color mark() {
        return mark.get();
    }

    /** The colour of a shade from 0, the worst, to 1, the best; that of the grid if it is not known. */
    final Color shade(double shade) {
        return Double.isNaN(shade) ? grid() : worst.get().interpolate(best.get(), shade);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return new ArrayList<>(FACTORY.getCssMetaData());
    }

    private static CssMetaData<PaintedView, Color> color(
            String name, Function<PaintedView, StyleableObjectProperty<Color>> property) {
        return FACTORY.createColorCssMetaData(name, property::apply, Color.GRAY, false);
    }

    private StyleableObjectProperty<Color> property(CssMetaData<PaintedView, Color> data) {
        return new SimpleStyleableObjectProperty<>(data, this, data.getProperty(), Color.GRAY);
    }
}
