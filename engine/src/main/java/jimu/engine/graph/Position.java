package jimu.engine.graph;

/**
 * A place on the canvas, in logical pixels; y grows downwards.
 *
 * @param x of a block's left edge
 * @param y of a block's top edge
 */
public record Position(double x, double y) {
    /** The canvas's origin, where a block without a place lies. */
    public static final Position ORIGIN = new Position(0, 0);
}
