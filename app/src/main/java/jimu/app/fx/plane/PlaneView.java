package jimu.app.fx.plane;

import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** Draws a surface with points over it, as large as it is given room, in a square. */
public final class PlaneView extends PlanePalette {
    private static final double RADIUS = 3.2;
    private static final double HOLE = 1.6;
    private static final double EDGE = 0.8;
    private static final double SMALL = 0.75;
    private static final double SMALL_SIDE = 170;

    private final Canvas canvas = new Canvas();
    private final double usual;
    private Optional<Scatter> points = Optional.empty();
    private Optional<Surface> surface = Optional.empty();
    private Shading shading = Shading.SMOOTH;
    private WritableImage image = new WritableImage(1, 1);

    /** A picture that would like to be {@code side} wide and high. */
    public PlaneView(double side) {
        usual = side;
        getStyleClass().add("plane");
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMinSize(0, 0);
        onColors(() -> {
            paint();
            draw();
        });
    }

    /** Shows points, or none. */
    public void showPoints(Optional<Scatter> now) {
        points = now;
        draw();
    }

    /** Shows a surface, or none. */
    public void showSurface(Optional<Surface> now, Shading as) {
        surface = now;
        shading = as;
        paint();
        draw();
    }

    @Override
    protected double computePrefWidth(double height) {
        return usual;
    }

    @Override
    protected double computePrefHeight(double width) {
        return usual;
    }

    @Override
    protected void layoutChildren() {
        double side = Math.floor(Math.min(getWidth(), getHeight()));
        if (side != canvas.getWidth()) {
            canvas.setWidth(side);
            canvas.setHeight(side);
            draw();
        }
        canvas.relocate(Math.floor((getWidth() - side) / 2), Math.floor((getHeight() - side) / 2));
    }

    private void paint() {
        surface.ifPresent(now -> {
            if (image.getWidth() != now.columns() || image.getHeight() != now.rows()) {
                image = new WritableImage(now.columns(), now.rows());
            }
            image.getPixelWriter()
                    .setPixels(
                            0,
                            0,
                            now.columns(),
                            now.rows(),
                            PixelFormat.getIntArgbInstance(),
                            colors().pixels(now, shading),
                            0,
                            now.columns());
        });
    }

    private void draw() {
        double side = canvas.getWidth();
        if (side <= 0) {
            return;
        }
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setFill(neutral());
        pen.fillRect(0, 0, side, side);
        Optional<Extent> extent = surface.map(Surface::extent).or(() -> points.map(Scatter::extent));
        if (extent.isEmpty()) {
            return;
        }
        if (surface.isPresent()) {
            pen.setImageSmoothing(shading == Shading.SMOOTH);
            pen.drawImage(image, 0, 0, side, side);
        }
        axes(pen, extent.get(), side);
        points.ifPresent(all -> {
            draw(pen, all, all.training(), extent.get(), false);
            draw(pen, all, all.validation(), extent.get(), true);
        });
    }

    private void axes(GraphicsContext pen, Extent extent, double side) {
        pen.setStroke(line());
        pen.setLineWidth(1);
        double x = Math.floor(extent.across(0) * side) + 1.0 / 2;
        double y = Math.floor(extent.down(0) * side) + 1.0 / 2;
        pen.strokeLine(x, 0, x, side);
        pen.strokeLine(0, y, side, y);
    }

    /** Points of the training part as disks, those set aside as rings. */
    private void draw(GraphicsContext pen, Scatter all, float[] part, Extent extent, boolean rings) {
        PlaneColors colors = colors();
        double side = canvas.getWidth();
        double scale = side < SMALL_SIDE ? SMALL : 1;
        for (int i = 0; i < part.length; i += Scatter.EACH) {
            double x = extent.across(part[i]) * side;
            double y = extent.down(part[i + 1]) * side;
            int color = all.hasClasses()
                    ? colors.ofClass((int) part[i + 2])
                    : colors.ofValue(part[i + 2], all.low(), all.high());
            disk(pen, x, y, (RADIUS + EDGE) * scale, all.hasClasses() ? neutral() : line());
            disk(pen, x, y, RADIUS * scale, color(color));
            if (rings) {
                disk(pen, x, y, HOLE * scale, neutral());
            }
        }
    }

    private static void disk(GraphicsContext pen, double x, double y, double radius, Color color) {
        pen.setFill(color);
        pen.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
