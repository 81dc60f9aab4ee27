package jimu.engine.data.toy;

/**
 * A point of the plane.
 *
 * @param x to the right
 * @param y upwards
 */
record Place(double x, double y) {
    /** The point at a distance from the origin, in the direction of an angle in radians. */
    static Place polar(double radius, double angle) {
        return new Place(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
    }
}
