package jimu.app.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import jimu.app.sweep.ParallelViewModel.Brush;
import jimu.app.text.Texts;
import jimu.engine.sweep.SweepResult;

/** Paints parallel coordinates; dragging along an axis brushes it, a click on it takes the brush off, and a click on a line selects it. */
final class ParallelView extends PaintedView {
    private static final double SIDE = 64;
    private static final double GRASP = 12;
    private static final double REACH = 10;
    private static final double BRUSH = 10;
    private static final double STILL = 3;
    private static final double FAINT = 0.35;

    private final ParallelViewModel model;
    private final Consumer<SweepResult> select;
    private Optional<SweepResult> selected = Optional.empty();
    private OptionalInt grasped = OptionalInt.empty();
    private double graspedAt;

    /** Hands the result that is clicked on to {@code select}. */
    ParallelView(ParallelViewModel model, Consumer<SweepResult> select) {
        this.model = model;
        this.select = select;
        setId("sweep-parallel");
        model.versionProperty().addListener((value, old, now) -> draw());
        model.pointedProperty().addListener((value, old, now) -> draw());
        Texts.follow(this, ParallelView::draw);
        setOnMouseMoved(this::move);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        addEventHandler(
                MouseEvent.MOUSE_EXITED, event -> model.pointedProperty().set(Optional.empty()));
    }

    /** Lets one line stand out. */
    void setSelected(Optional<SweepResult> result) {
        selected = result;
        draw();
    }

    private double top() {
        return (1.2 + rows()) * line();
    }

    /** Titles stand in one row, or by turns in two where there is no room. */
    private int rows() {
        double room = Math.min(room(), 2 * SIDE - 8);
        return model.axes().stream().allMatch(axis -> width(axis.title()) <= room) ? 1 : 2;
    }

    private double room() {
        return model.axes().size() < 2 ? wide() : wide() / (model.axes().size() - 1) - 8;
    }

    private double high() {
        return Math.max(1, getHeight() - top() - line());
    }

    private double wide() {
        return Math.max(1, getWidth() - 2 * SIDE);
    }

    private double x(int axis) {
        int count = model.axes().size();
        return SIDE + (count == 1 ? 0 : wide() * axis / (count - 1));
    }

    private double y(double place) {
        return top() + high() * (1 - place);
    }

    @Override
    void paint(GraphicsContext painter, double width, double height) {
        List<SweepResult> lines = model.results().stream()
                .sorted(Comparator.comparing(model::passes).thenComparingDouble(model::shade))
                .toList();
        painter.setLineWidth(1);
        for (SweepResult result : lines) {
            boolean passes = model.passes(result);
            painter.setLineWidth(passes ? 1.6 : 1);
            painter.setStroke(
                    passes ? model.results().size() > 40 ? veil(result) : shade(model.shade(result)) : faint());
            stroke(painter, result);
        }
        selected.ifPresent(result -> emphasise(painter, result, 3));
        model.pointedProperty().get().ifPresent(result -> emphasise(painter, result, 4));
        for (int i = 0; i < model.axes().size(); i++) {
            axis(painter, i);
        }
    }

    private Color veil(SweepResult result) {
        Color shade = shade(model.shade(result));
        return shade.deriveColor(0, 1, 1, 0.8);
    }

    private Color faint() {
        return grid().deriveColor(0, 1, 1, FAINT);
    }

    private void emphasise(GraphicsContext painter, SweepResult given, double thickness) {
        model.results().stream()
                .filter(result -> result.number() == given.number())
                .findFirst()
                .ifPresent(result -> {
                    painter.setLineWidth(thickness + 2);
                    painter.setStroke(ground());
                    stroke(painter, result);
                    painter.setLineWidth(thickness);
                    painter.setStroke(mark());
                    stroke(painter, result);
                });
    }

    private void stroke(GraphicsContext painter, SweepResult result) {
        double[] places = model.line(result);
        painter.beginPath();
        boolean begun = false;
        for (int i = 0; i < places.length; i++) {
            if (Double.isNaN(places[i])) {
                continue;
            }
            if (begun) {
                painter.lineTo(x(i), y(places[i]));
            } else {
                painter.moveTo(x(i), y(places[i]));
                begun = true;
            }
        }
        painter.stroke();
    }

    private void axis(GraphicsContext painter, int index) {
        PlotAxis axis = model.axes().get(index);
        double x = Math.round(x(index)) + 0.5;
        painter.setLineWidth(1);
        painter.setStroke(text());
        painter.strokeLine(x, y(1), x, y(0));
        model.brush(index).ifPresent(brush -> {
            double from = y(brush.to());
            painter.setFill(mark().deriveColor(0, 1, 1, 0.25));
            painter.fillRect(x - BRUSH / 2, from, BRUSH, y(brush.from()) - from);
            painter.setStroke(mark());
            painter.strokeRect(x - BRUSH / 2, from, BRUSH, y(brush.from()) - from);
        });
        double room = room();
        boolean last = index == model.axes().size() - 1 && index > 0;
        double lastTick = Double.POSITIVE_INFINITY;
        for (PlotAxis.Tick tick : axis.ticks()) {
            double y = y(tick.place());
            if (lastTick - y < line() && lastTick != Double.POSITIVE_INFINITY) {
                continue;
            }
            lastTick = y;
            String words = fitting(tick.text(), last ? SIDE - 8 : room - 8);
            double wide = width(words);
            painter.setFill(ground().deriveColor(0, 1, 1, 0.75));
            painter.fillRect(x + 4, y - line() / 2, wide + 4, line());
            painter.setStroke(text());
            painter.strokeLine(x - 3, y, x + 3, y);
            write(painter, words, x + 6, y, TextAlignment.LEFT, text());
        }
        double titleRoom = index == 0 || last ? 2 * SIDE - 8 : rows() * room;
        double row = 0.8 + index % rows();
        write(painter, fitting(axis.title(), titleRoom), x, row * line(), TextAlignment.CENTER, text());
    }

    private OptionalInt axisAt(MouseEvent event) {
        if (event.getY() < top() - line() || event.getY() > y(0) + line()) {
            return OptionalInt.empty();
        }
        for (int i = 0; i < model.axes().size(); i++) {
            if (Math.abs(event.getX() - x(i)) <= GRASP) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private Optional<SweepResult> lineAt(MouseEvent event) {
        return model.near(event.getX() - SIDE, event.getY() - top(), wide(), high(), REACH);
    }

    private void move(MouseEvent event) {
        OptionalInt axis = axisAt(event);
        Optional<SweepResult> line = axis.isPresent() ? Optional.empty() : lineAt(event);
        model.pointedProperty().set(line);
        String words = line.map(result -> ResultText.whole(result, model.metric()))
                .orElse(
                        axis.isPresent()
                                ? Texts.of(
                                        "sweep.brush",
                                        model.axes().get(axis.getAsInt()).title())
                                : "");
        tell(event, words);
    }

    private void press(MouseEvent event) {
        grasped = event.getButton() == MouseButton.PRIMARY ? axisAt(event) : OptionalInt.empty();
        graspedAt = event.getY();
        if (grasped.isEmpty()) {
            lineAt(event).ifPresent(select);
        }
    }

    private void drag(MouseEvent event) {
        if (grasped.isPresent() && Math.abs(event.getY() - graspedAt) > STILL) {
            model.brush(grasped.getAsInt(), new Brush(place(graspedAt), place(event.getY())));
        }
    }

    private void release(MouseEvent event) {
        if (grasped.isPresent() && Math.abs(event.getY() - graspedAt) <= STILL) {
            model.clear(grasped.getAsInt());
        }
        grasped = OptionalInt.empty();
    }

    private double place(double y) {
        return Math.max(0, Math.min(1, 1 - (y - top()) / high()));
    }
}
