package jimu.app.canvas;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import jimu.engine.graph.Position;

/** Which part of the canvas the window shows, and how large. */
final class Viewport {
    static final double SMALLEST = 0.1;
    static final double LARGEST = 4;

    /** The smallest zoom at which something is opened: names can be read at it. */
    static final double OPENING = 0.4;

    /** Where the canvas's origin lies in the window, and the zoom. */
    record Look(double x, double y, double scale) {}

    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(this, "scale", 1);
    private final ReadOnlyDoubleWrapper x = new ReadOnlyDoubleWrapper(this, "x", 0);
    private final ReadOnlyDoubleWrapper y = new ReadOnlyDoubleWrapper(this, "y", 0);
    private double width;
    private double height;
    private Optional<Fitted> fitted = Optional.empty();

    /** What was last fitted: {@code again} fits it once more, and {@code look} came of it. */
    private record Fitted(Runnable again, Look look) {}

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

    /** How large the window's part for the canvas is, in pixels; what was fitted stays so until one looks elsewhere. */
    void resize(double toWidth, double toHeight) {
        boolean same = toWidth == width && toHeight == height;
        width = toWidth;
        height = toHeight;
        if (!same) {
            fitted.filter(before -> before.look().equals(look()))
                    .ifPresent(before -> before.again().run());
        }
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
        fit(box, box.middle(), SMALLEST);
        fitted = Optional.of(new Fitted(() -> fit(box), look()));
    }

    /** Shows all of {@code box} in the middle, as large as it fits but not enlarged; nothing changes for something empty. */
    void focus(Box box) {
        if (!box.isEmpty()) {
            fit(box, box.middle(), SMALLEST);
            centreOn(box.middle());
        }
    }

    /** Shows {@code box} like {@link #fit}, but never so small that nothing can be read: then the part around {@code start}. */
    void open(Box box, Position start) {
        fit(box, start, OPENING);
        fitted = Optional.of(new Fitted(() -> open(box, start), look()));
    }

    private void fit(Box box, Position start, double smallest) {
        if (box.isEmpty() || width <= 0 || height <= 0) {
            scale.set(1);
            x.set(0);
            y.set(0);
            return;
        }
        double fitting = Math.min(width / box.width(), height / box.height());
        scale.set(Math.min(1, Math.max(smallest, fitting)));
        x.set(origin(width, box.left(), box.right(), start.x()));
        y.set(origin(height, box.top(), box.bottom(), start.y()));
        if (box.width() * scale() < width / 2) {
            x.set(-box.left() * scale());
        }
    }

    /** Where the origin lies in the window so that what is between two places is in the middle or, if it is too long, {@code start} is. */
    private double origin(double length, double from, double to, double start) {
        double half = length / 2 / scale();
        double middle = to - from <= 2 * half ? (from + to) / 2 : Math.min(to - half, Math.max(from + half, start));
        return length / 2 - middle * scale();
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
