package jimu.engine.data.image;

/**
 * Brings a figure on empty paper to a picture's size as MNIST's digits were: the longer side of the box around it takes a share of
 * the picture, and its centre of mass lies in the middle (LeCun, Cortes, Burges: The MNIST Database of Handwritten Digits), as far
 * as the box then stays inside.
 *
 * @param height of the result, at least 1
 * @param width of the result, at least 1
 * @param share of the result's shorter side that the figure's longer side takes, above 0 and at most 1
 */
public record Centring(int height, int width, double share) {
    /** The share of MNIST's digits. */
    public static final double MNIST = 20.0 / 28;

    private static final int FINE = 4;

    /** The box around a figure, its ends outside, and its centre of mass. */
    private record Extent(int top, int left, int bottom, int right, double x, double y) {
        int longer() {
            return Math.max(bottom - top, right - left);
        }
    }

    /** The figure of {@code ink}, which is grey and 0 where there is none, at its new size; its strongest place becomes 1. */
    public Pixels of(Pixels ink) {
        float[] picture = new float[height * width];
        Extent extent = extent(ink);
        if (extent.longer() > 0) {
            double scale = extent.longer() / (share * Math.min(height, width));
            double x = middle(extent.x(), extent.left(), extent.right(), scale * width);
            double y = middle(extent.y(), extent.top(), extent.bottom(), scale * height);
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    double left = x + (column - width / 2.0) * scale;
                    picture[row * width + column] = mean(ink, left, y + (row - height / 2.0) * scale, scale);
                }
            }
            strengthen(picture);
        }
        return new Pixels(1, height, width, picture);
    }

    private static Extent extent(Pixels ink) {
        int top = ink.height();
        int left = ink.width();
        int bottom = 0;
        int right = 0;
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int row = 0; row < ink.height(); row++) {
            for (int column = 0; column < ink.width(); column++) {
                float one = ink.values()[row * ink.width() + column];
                if (one > 0) {
                    top = Math.min(top, row);
                    bottom = row + 1;
                    left = Math.min(left, column);
                    right = Math.max(right, column + 1);
                    mass += one;
                    x += one * (column + 0.5);
                    y += one * (row + 0.5);
                }
            }
        }
        return mass == 0 ? new Extent(0, 0, 0, 0, 0, 0) : new Extent(top, left, bottom, right, x / mass, y / mass);
    }

    /** Where the middle of a frame lies that is to be over a centre of mass, and around a stretch if it is long enough. */
    private static double middle(double mass, int first, int last, double frame) {
        double low = last - frame / 2;
        double high = first + frame / 2;
        return low > high ? mass : Math.max(low, Math.min(high, mass));
    }

    /** Thin lines fade when they are made smaller, and those of data do not. */
    private static void strengthen(float[] picture) {
        float most = 0;
        for (float one : picture) {
            most = Math.max(most, one);
        }
        for (int i = 0; i < picture.length && most > 0; i++) {
            picture[i] /= most;
        }
    }

    /** The mean over a square, outside of which there is nothing. */
    private static float mean(Pixels ink, double left, double top, double side) {
        int fine = Math.max(FINE, (int) Math.ceil(side));
        double sum = 0;
        for (int i = 0; i < fine; i++) {
            int row = (int) Math.floor(top + side * (i + 0.5) / fine);
            for (int k = 0; k < fine && row >= 0 && row < ink.height(); k++) {
                int column = (int) Math.floor(left + side * (k + 0.5) / fine);
                if (column >= 0 && column < ink.width()) {
                    sum += ink.values()[row * ink.width() + column];
                }
            }
        }
        return (float) (sum / fine / fine);
    }
}
