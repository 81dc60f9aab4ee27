package jimu.engine.op;

/** How the elements between those of a picture are found when its size changes. */
public enum Interpolation {
    /** The element at or before the place. */
    NEAREST,
    /** The average of the elements around the place, the nearer counting more. */
    BILINEAR
}
