package jimu.app.fx.plane;

/**
 * Numbers at the points of a grid over a rectangle.
 *
 * @param extent the rectangle
 * @param columns how many points lie beside each other
 * @param rows how many points lie above each other
 * @param meaning what the numbers are
 * @param each how many numbers a point has
 * @param numbers row by row from the bottom, {@code each} for each point; not to be changed
 * @param low the number at one end of the colours, where the numbers are values
 * @param high the number at their other end
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to be drawn; nobody compares them
public record Surface(
        Extent extent, int columns, int rows, Meaning meaning, int each, float[] numbers, double low, double high) {
    /** What the numbers at a point are. */
    public enum Meaning {
        /** A probability for each class. */
        CLASSES,
        /** The probability of the second of two classes. */
        YES,
        /** A value. */
        VALUE
    }

    public Surface {
        if (numbers.length != (long) columns * rows * each) {
            throw new IllegalArgumentException(numbers.length + " numbers do not fill the grid");
        }
    }

    /** One of the numbers at each point, as values about zero: white there, and as strong on both sides. */
    public Surface single(int number) {
        float[] chosen = new float[columns * rows];
        double largest = 0;
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = numbers[i * each + number];
            largest = Double.isFinite(chosen[i]) ? Math.max(largest, Math.abs(chosen[i])) : largest;
        }
        return new Surface(extent, columns, rows, Meaning.VALUE, 1, chosen, -largest, largest);
    }
}
