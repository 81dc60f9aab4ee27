package jimu.app.canvas;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import jimu.engine.graph.Position;

/** Which part of the canvas the window shows, and how large. */
final class Viewport {
    static final double SMALLEST = 0.1;
    static final double LARGEST = 4;

    /** Where the canvas's origin lies in the window, and the zoom. */
    record Look(double x, double y, double scale) {}

    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(this, "scale", 1);
    private final ReadOnlyDoubleWrapper x = new ReadOnlyDoubleWrapper(this, "x", 0);
    private final ReadOnlyDoubleWrapper y = new ReadOnlyDoubleWrapper(this, "y", 0);
    private double width;
    private double height;

    /** What is shown now. */
    Look look() {
        return new Look(x.get(), y.get(), scale());
    }

    /** Shows what another look does. */
    void show(Look other) {
        scale.set(other.scale());
        x.set(other.x());
        y.set(other.y());
    }

    /** What {@link #fit} would show. */
    Look fitting(Box box) {
        Viewport other = new Viewport();
        other.resize(width, height);
        other.fit(box);
        return other.look();
    }

    /** How large the window's part for the canvas is, in pixels. */
    void resize(double toWidth, double toHeight) {
        width = toWidth;
        height = toHeight;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** The zoom, 1 being 100 %. */
    ReadOnlyDoubleProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    /** Where the canvas's origin lies in the window. */
    ReadOnlyDoubleProperty xProperty() {
        return x.getReadOnlyProperty();
    }

    /** Where the canvas's origin lies in the window. */
    ReadOnlyDoubleProperty yProperty() {
        return y.getReadOnlyProperty();
    }

    double scale() {
        return scale.get();
    }

    /** The place on the canvas that is shown at a point of the window. */
    Position toCanvas(double windowX, double windowY) {
        return new Position((windowX - x.get()) / scale(), (windowY - y.get()) / scale());
    }

    /** The point of the window at which a place on the canvas is shown. */
    Position toWindow(Position place) {
        return new Position(place.x() * scale() + x.get(), place.y() * scale() + y.get());
    }

    /** The part of the canvas that is shown. */
    Box window() {
        return Box.between(toCanvas(0, 0), toCanvas(width, height));
    }

    /** The place in the middle of what is shown. */
    Position middle() {
        return toCanvas(width / 2, height / 2);
    }

    void panBy(double dx, double dy) {
        x.set(x.get() + dx);
        y.set(y.get() + dy);
    }

    /** Zooms so that the place shown at a point of the window stays there. */
    void zoomAbout(double factor, double windowX, double windowY) {
        Position fixed = toCanvas(windowX, windowY);
        scale.set(Math.min(LARGEST, Math.max(SMALLEST, scale() * factor)));
        x.set(windowX - fixed.x() * scale());
        y.set(windowY - fixed.y() * scale());
    }

    void zoomTo(double wanted) {
        zoomAbout(wanted / scale(), width / 2, height / 2);
    }

    void centreOn(Position place) {
        x.set(width / 2 - place.x() * scale());
        y.set(height / 2 - place.y() * scale());
    }

    /**
     * Shows all of {@code box}, as large as it fits but not enlarged: in the middle, or on the left where that leaves half the
     * window to build on. Something empty shows the origin at 100 %.
     */
    void fit(Box box) {
        if (box.isEmpty() || width <= 0 || height <= 0) {
            scale.set(1);
            x.set(0);
            y.set(0);
            return;
        }
        double fitting = Math.min(width / box.width(), height / box.height());
        scale.set(Math.min(1, Math.max(SMALLEST, fitting)));
        centreOn(box.middle());
        if (box.width() * scale() < width / 2) {
            x.set(-box.left() * scale());
        }
    }

    /** Pans as little as shows {@code box}. */
    void reveal(Box box) {
        Position from = toWindow(new Position(box.left(), box.top()));
        Position to = toWindow(new Position(box.right(), box.bottom()));
        panBy(shift(from.x(), to.x(), width), shift(from.y(), to.y(), height));
    }

    private static double shift(double from, double to, double length) {
        if (from < 0) {
            return -from;
        }
        return to > length ? Math.max(-from, length - to) : 0;
    }
}
