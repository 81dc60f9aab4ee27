package jimu.app.fx.plane;

import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;

/**
 * Draws the weights of a Linear block as lines from the units before it, on the left, to its own: the thicker the larger, in one
 * colour above zero and another below. Under the pointer a line tells its weight and a unit its bias.
 */
public final class UnitWeightsView extends PlanePalette {
    private static final double MARGIN = 12;
    private static final double UNIT = 5;
    private static final double THICKEST = 6;
    private static final double THINNEST = 0.4;
    private static final double REACH = 5;
    private static final double OPACITY = 0.75;

    private final Canvas canvas = new Canvas();
    private final Tooltip tip = new Tooltip();
    private Optional<UnitWeights> weights = Optional.empty();

    public UnitWeightsView() {
        setId("unit-weights");
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMinSize(0, 0);
        onColors(this::draw);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> tip.hide());
    }

    /** Shows weights, or none. */
    public void show(Optional<UnitWeights> now) {
        weights = now;
        draw();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private double x(int side) {
        return side == 0 ? MARGIN : canvas.getWidth() - MARGIN;
    }

    private double y(int unit, int count) {
        return (unit + 1.0 / 2) / count * canvas.getHeight();
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        weights.ifPresent(now -> {
            lines(pen, now);
            pen.setFill(line());
            units(pen, 0, now.inputs());
            units(pen, 1, now.outputs());
        });
    }

    private void lines(GraphicsContext pen, UnitWeights now) {
        PlaneColors colors = colors();
        Color below = color(colors.ofClass(0));
        Color above = color(colors.ofClass(1));
        double largest = now.largest();
        double room = canvas.getHeight() / Math.max(now.inputs(), now.outputs());
        double thickest = Math.min(THICKEST, room / 2);
        pen.setGlobalAlpha(OPACITY);
        for (int output = 0; output < now.outputs(); output++) {
            for (int input = 0; input < now.inputs(); input++) {
                double weight = now.weight(input, output);
                pen.setStroke(weight < 0 ? below : above);
                pen.setLineWidth(THINNEST + (largest > 0 ? thickest * Math.abs(weight) / largest : 0));
                pen.strokeLine(x(0), y(input, now.inputs()), x(1), y(output, now.outputs()));
            }
        }
        pen.setGlobalAlpha(1);
    }

    private void units(GraphicsContext pen, int side, int count) {
        double radius = Math.min(UNIT, canvas.getHeight() / count / 2);
        for (int unit = 0; unit < count; unit++) {
            pen.fillOval(x(side) - radius, y(unit, count) - radius, 2 * radius, 2 * radius);
        }
    }

    private void point(MouseEvent event) {
        Optional<String> told = weights.flatMap(now -> told(now, event.getX(), event.getY()));
        if (told.isEmpty()) {
            tip.hide();
            return;
        }
        tip.setText(told.get());
        if (!tip.isShowing()) {
            tip.show(this, event.getScreenX() + MARGIN, event.getScreenY() + MARGIN);
        } else {
            tip.setAnchorX(event.getScreenX() + MARGIN);
            tip.setAnchorY(event.getScreenY() + MARGIN);
        }
    }

    /** What lies at a place: a unit of the block, or the nearest line. */
    Optional<String> told(UnitWeights now, double x, double y) {
        for (int output = 0; output < now.outputs() && now.biases().length > 0; output++) {
            if (Math.hypot(x - x(1), y - y(output, now.outputs())) <= UNIT) {
                return Optional.of(Texts.of("boundary.bias", output, Numbers.measured(now.biases()[output])));
            }
        }
        double share = (x - x(0)) / (x(1) - x(0));
        double nearest = REACH;
        Optional<String> told = Optional.empty();
        for (int output = 0; output < now.outputs(); output++) {
            for (int input = 0; input < now.inputs(); input++) {
                double from = y(input, now.inputs());
                double slope = y(output, now.outputs()) - from;
                double distance = Math.abs(y - from - share * slope) * Math.cos(Math.atan2(slope, x(1) - x(0)));
                if (share >= 0 && share <= 1 && distance < nearest) {
                    nearest = distance;
                    told = Optional.of(
                            Texts.of("boundary.weight", input, output, Numbers.measured(now.weight(input, output))));
                }
            }
        }
        return told;
    }
}
