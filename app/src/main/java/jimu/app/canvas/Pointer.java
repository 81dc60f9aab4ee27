package jimu.app.canvas;

import jimu.engine.graph.Position;

/**
 * Where the pointer is.
 *
 * @param x in the window's part for the canvas
 * @param y in the window's part for the canvas
 * @param place on the canvas
 */
record Pointer(double x, double y, Position place) {
    /** A point of what the viewport shows. */
    static Pointer at(Viewport viewport, double x, double y) {
        return new Pointer(x, y, viewport.toCanvas(x, y));
    }

    /** Whether it is so far from where it was pressed that a drag is meant. */
    boolean hasLeft(Pointer pressed) {
        return Math.hypot(x - pressed.x, y - pressed.y) > 3;
    }
}
