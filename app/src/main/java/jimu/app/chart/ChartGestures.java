package jimu.app.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * Moves over the charts with mouse and keys: the wheel zooms the shared axis around the pointer, with Ctrl the plot's own; dragging
 * draws a frame that is zoomed to; dragging with another button or Shift moves; a double click shows all.
 */
final class ChartGestures {
    private static final double NOTCH = 0.85;
    private static final double STEP = 0.1;
    private static final double LEAST = 6;
    private static final double HIGH = 18;

    private final ChartViewModel model;
    private final Region surface;
    private final Region rubber;
    private final Supplier<ChartFrame> frame;
    private final Supplier<List<PlotArea>> areas;
    private double startX;
    private double startY;
    private boolean framing;
    private boolean moving;

    /** Over {@code surface}, on which {@code frame} lies drawn in {@code areas}; {@code rubber} is the frame that is drawn. */
    ChartGestures(
            ChartViewModel model,
            Region surface,
            Region rubber,
            Supplier<ChartFrame> frame,
            Supplier<List<PlotArea>> areas) {
        this.model = model;
        this.surface = surface;
        this.rubber = rubber;
        this.frame = frame;
        this.areas = areas;
        rubber.setVisible(false);
        surface.setFocusTraversable(true);
        surface.setOnMousePressed(this::press);
        surface.setOnMouseDragged(this::drag);
        surface.setOnMouseReleased(this::release);
        surface.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                model.resetZoom();
            }
        });
        surface.setOnScroll(this::scroll);
        surface.setOnKeyPressed(this::key);
    }

    private void press(MouseEvent event) {
        surface.requestFocus();
        startX = event.getX();
        startY = event.getY();
        moving = event.getButton() != MouseButton.PRIMARY || event.isShiftDown() || event.isShortcutDown();
        framing = !moving && !areas.get().isEmpty();
        if (moving) {
            surface.setCursor(Cursor.CLOSED_HAND);
        }
    }

    private void drag(MouseEvent event) {
        if (areas.get().isEmpty()) {
            return;
        }
        PlotArea first = areas.get().get(0);
        if (moving) {
            model.zoom().move(frame.get().x().span(), frame.get().all(), (startX - event.getX()) / first.width());
            PlotArea.at(areas.get(), startY)
                    .ifPresent(
                            area -> model.zoom().move(area.plot().quantity(), (event.getY() - startY) / area.height()));
            startX = event.getX();
            startY = event.getY();
            model.looked();
        } else if (framing) {
            stretch(first, event);
        }
    }

    private void stretch(PlotArea first, MouseEvent event) {
        double left = clamp(Math.min(startX, event.getX()), first.x(), first.x() + first.width());
        double right = clamp(Math.max(startX, event.getX()), first.x(), first.x() + first.width());
        Optional<PlotArea> plot = PlotArea.at(areas.get(), startY);
        boolean high = plot.isPresent() && Math.abs(event.getY() - startY) >= HIGH;
        PlotArea last = areas.get().get(areas.get().size() - 1);
        double top = first.y();
        double bottom = last.y() + last.height();
        if (high) {
            top = clamp(
                    Math.min(startY, event.getY()),
                    plot.get().y(),
                    plot.get().y() + plot.get().height());
            bottom = clamp(
                    Math.max(startY, event.getY()),
                    plot.get().y(),
                    plot.get().y() + plot.get().height());
        }
        rubber.setVisible(right - left >= LEAST);
        rubber.resizeRelocate(left, top, right - left, bottom - top);
    }

    private void release(MouseEvent event) {
        surface.setCursor(Cursor.DEFAULT);
        boolean framed = framing && rubber.isVisible();
        framing = false;
        moving = false;
        if (!framed) {
            return;
        }
        rubber.setVisible(false);
        PlotArea first = areas.get().get(0);
        Span x = frame.get().x().span();
        double from = first.shareX(rubber.getLayoutX());
        double to = first.shareX(rubber.getLayoutX() + rubber.getWidth());
        model.zoom().show(new Span(x.at(from), x.at(to)), frame.get().all());
        if (Math.abs(event.getY() - startY) >= HIGH) {
            PlotArea.at(areas.get(), startY).ifPresent(this::showHeight);
        }
        model.looked();
    }

    private void showHeight(PlotArea area) {
        Span y = area.plot().y().span();
        double low = area.shareY(rubber.getLayoutY() + rubber.getHeight());
        double high = area.shareY(rubber.getLayoutY());
        if (high > low) {
            model.zoom().show(area.plot().quantity(), new Span(y.at(low), y.at(high)));
        }
    }

    private void scroll(ScrollEvent event) {
        if (areas.get().isEmpty()) {
            return;
        }
        PlotArea first = areas.get().get(0);
        Span x = frame.get().x().span();
        if (event.getDeltaX() != 0) {
            model.zoom().move(x, frame.get().all(), event.getDeltaX() > 0 ? -STEP : STEP);
        } else if (event.getDeltaY() != 0) {
            double factor = event.getDeltaY() > 0 ? NOTCH : 1 / NOTCH;
            Optional<PlotArea> own = PlotArea.at(areas.get(), event.getY());
            if (event.isShortcutDown() && own.isPresent()) {
                scaleHeight(own.get(), event.getY(), factor);
            } else {
                model.zoom().scale(x, frame.get().all(), clamp(first.shareX(event.getX()), 0, 1), factor);
            }
        }
        model.looked();
        event.consume();
    }

    private void scaleHeight(PlotArea area, double at, double factor) {
        Span y = area.plot().y().span();
        double share = area.shareY(at);
        double length = y.length() * factor;
        double from = y.at(share) - share * length;
        model.zoom().show(area.plot().quantity(), new Span(from, from + length));
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || areas.get().isEmpty()) {
            return;
        }
        Span x = frame.get().x().span();
        Span all = frame.get().all();
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> model.zoom().scale(x, all, 0.5, NOTCH);
            case MINUS, SUBTRACT -> model.zoom().scale(x, all, 0.5, 1 / NOTCH);
            case LEFT -> model.zoom().move(x, all, -STEP);
            case RIGHT -> model.zoom().move(x, all, STEP);
            case HOME, DIGIT0, NUMPAD0 -> model.zoom().reset();
            case ESCAPE -> cancel();
            default -> {
                return;
            }
        }
        if (event.getCode() != KeyCode.ESCAPE) {
            model.looked();
            event.consume();
        }
    }

    private void cancel() {
        framing = false;
        rubber.setVisible(false);
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(value, high));
    }
}
