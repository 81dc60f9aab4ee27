package jimu.app.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import jimu.app.sweep.ScatterViewModel.Point;
import jimu.app.text.Texts;
import jimu.engine.sweep.SweepResult;

/** Paints the scatter; the Pareto front is a line through ringed points, and a click on a point selects it. */
final class ScatterView extends PaintedView {
    private static final double LEFT = 72;
    private static final double RIGHT = 24;
    private static final double RADIUS = 4.5;
    private static final double REACH = 10;

    private final ScatterViewModel model;
    private Optional<SweepResult> selected = Optional.empty();

    /** Hands the result that is clicked on to {@code select}. */
    ScatterView(ScatterViewModel model, Consumer<SweepResult> select) {
        this.model = model;
        setId("sweep-scatter");
        model.versionProperty().addListener((value, old, now) -> draw());
        model.pointedProperty().addListener((value, old, now) -> draw());
        Texts.follow(this, ScatterView::draw);
        setOnMouseMoved(event -> {
            model.pointedProperty().set(at(event));
            tell(
                    event,
                    at(event)
                            .map(result -> ResultText.whole(result, model.metric()))
                            .orElse(""));
        });
        setOnMousePressed(event -> at(event).ifPresent(select));
        addEventHandler(
                MouseEvent.MOUSE_EXITED, event -> model.pointedProperty().set(Optional.empty()));
    }

    /** Lets one point stand out. */
    void setSelected(Optional<SweepResult> result) {
        selected = result;
        draw();
    }

    private double top() {
        return 1.8 * line();
    }

    private double wide() {
        return Math.max(1, getWidth() - LEFT - RIGHT);
    }

    private double high() {
        return Math.max(1, getHeight() - top() - 2.6 * line());
    }

    private double x(double place) {
        return LEFT + place * wide();
    }

    private double y(double place) {
        return top() + (1 - place) * high();
    }

    private Optional<SweepResult> at(MouseEvent event) {
        return model.near(event.getX() - LEFT, event.getY() - top(), wide(), high(), REACH);
    }

    @Override
    void paint(GraphicsContext painter, double width, double height) {
        axes(painter);
        List<Point> front = model.points().stream()
                .filter(point -> point.front().isPresent())
                .sorted(Comparator.comparingInt(point -> point.front().getAsInt()))
                .toList();
        painter.setStroke(mark());
        painter.setLineWidth(1.5);
        for (int i = 1; i < front.size(); i++) {
            painter.strokeLine(
                    x(front.get(i - 1).x()),
                    y(front.get(i - 1).y()),
                    x(front.get(i).x()),
                    y(front.get(i).y()));
        }
        for (Point point : model.points()) {
            dot(painter, point, RADIUS);
        }
        for (Point point : front) {
            painter.setStroke(mark());
            painter.strokeOval(x(point.x()) - RADIUS - 2, y(point.y()) - RADIUS - 2, 2 * RADIUS + 4, 2 * RADIUS + 4);
        }
        model.points().stream()
                .filter(point ->
                        is(point, selected) || is(point, model.pointedProperty().get()))
                .forEach(point -> dot(painter, point, RADIUS + 3));
        if (!front.isEmpty()) {
            write(
                    painter,
                    fitting(Texts.of("sweep.pareto"), wide()),
                    LEFT + wide(),
                    0.8 * line(),
                    TextAlignment.RIGHT,
                    mark());
        }
    }

    private static boolean is(Point point, Optional<SweepResult> result) {
        return result.filter(one -> one.number() == point.result().number()).isPresent();
    }

    private void dot(GraphicsContext painter, Point point, double radius) {
        painter.setFill(shade(point.shade()));
        painter.fillOval(x(point.x()) - radius, y(point.y()) - radius, 2 * radius, 2 * radius);
        painter.setStroke(ground());
        painter.setLineWidth(1);
        painter.strokeOval(x(point.x()) - radius, y(point.y()) - radius, 2 * radius, 2 * radius);
    }

    private void axes(GraphicsContext painter) {
        painter.setLineWidth(1);
        double floor = Math.round(y(0)) + 0.5;
        double last = Double.NEGATIVE_INFINITY;
        PlotAxis across = model.xAxis();
        PlotAxis up = model.yAxis();
        for (PlotAxis.Tick tick : across.ticks()) {
            double x = Math.round(x(tick.place())) + 0.5;
            double half = width(tick.text()) / 2;
            painter.setStroke(grid());
            painter.strokeLine(x, top(), x, floor);
            if (x - half > last + 6) {
                write(painter, tick.text(), x, floor + 0.8 * line(), TextAlignment.CENTER, text());
                last = x + half;
            }
        }
        double lastY = Double.POSITIVE_INFINITY;
        for (PlotAxis.Tick tick : up.ticks()) {
            double y = Math.round(y(tick.place())) + 0.5;
            painter.setStroke(grid());
            painter.strokeLine(LEFT, y, LEFT + wide(), y);
            if (lastY - y > line()) {
                write(painter, fitting(tick.text(), LEFT - 10), LEFT - 6, y, TextAlignment.RIGHT, text());
                lastY = y;
            }
        }
        painter.setStroke(text());
        painter.strokeLine(LEFT, top(), LEFT, floor);
        painter.strokeLine(LEFT, floor, LEFT + wide(), floor);
        write(painter, up.title(), 8, 0.8 * line(), TextAlignment.LEFT, text());
        write(painter, across.title(), LEFT + wide() / 2, floor + 2 * line(), TextAlignment.CENTER, text());
    }
}
