package jimu.engine.graph;

/**
 * A note or a frame on the canvas, which means nothing to the network.
 *
 * @param kind what it is
 * @param text a note's words or a frame's title
 * @param place its left upper corner
 * @param width from left to right
 * @param height from top to bottom
 * @param color the name of its colour, one of {@link #COLORS}
 */
public record Remark(Kind kind, String text, Position place, double width, double height, String color) {
    /** The names of the colours that remarks and groups can have; the themes say what they look like. */
    public static final java.util.List<String> COLORS =
            java.util.List.of("yellow", "orange", "red", "purple", "blue", "green", "grey");

    /** The two kinds of remark. */
    public enum Kind {
        /** Words on a ground. */
        NOTE,
        /** A rectangle behind blocks, with a title. */
        FRAME
    }

    public Remark {
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("A remark has a size, not " + width + " × " + height);
        }
    }

    /** The same remark with other words. */
    public Remark withText(String other) {
        return new Remark(kind, other, place, width, height, color);
    }

    /** The same remark elsewhere. */
    public Remark withPlace(Position other) {
        return new Remark(kind, text, other, width, height, color);
    }

    /** The same remark in another size. */
    public Remark withSize(double newWidth, double newHeight) {
        return new Remark(kind, text, place, newWidth, newHeight, color);
    }

    /** The same remark in another colour. */
    public Remark withColor(String other) {
        return new Remark(kind, text, place, width, height, other);
    }
}
