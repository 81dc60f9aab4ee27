package jimu.app.fx.plane;

/**
 * A rectangle of the plane, in the data's own units.
 *
 * @param left the smallest first number
 * @param right the largest first number, above {@code left}
 * @param bottom the smallest second number
 * @param top the largest second number, above {@code bottom}
 */
public record Extent(double left, double right, double bottom, double top) {
    private static final double MARGIN = 0.1;

    /** The most that one side may exceed the other for both to get the same unit. */
    private static final double ALIKE = 3;

    public Extent {
        if (!(right > left && top > bottom)) {
            throw new IllegalArgumentException("A rectangle has an extent");
        }
    }

    /** The rectangle around points, with a margin; a square where both sides are alike, so that circles stay round. */
    static Extent around(double left, double right, double bottom, double top) {
        double width = right > left ? right - left : 1;
        double height = top > bottom ? top - bottom : 1;
        boolean alike = Math.max(width, height) <= ALIKE * Math.min(width, height);
        double acrossHalf = (alike ? Math.max(width, height) : width) * (1.0 / 2 + MARGIN);
        double upHalf = (alike ? Math.max(width, height) : height) * (1.0 / 2 + MARGIN);
        double x = (left + right) / 2;
        double y = (bottom + top) / 2;
        return new Extent(x - acrossHalf, x + acrossHalf, y - upHalf, y + upHalf);
    }

    /** How far from the left a number lies, as a share of the width. */
    double across(double x) {
        return (x - left) / (right - left);
    }

    /** How far from the top a number lies, as a share of the height. */
    double down(double y) {
        return (top - y) / (top - bottom);
    }
}
