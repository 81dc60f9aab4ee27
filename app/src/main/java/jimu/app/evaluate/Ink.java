package jimu.app.evaluate;

import java.util.Arrays;

/**
 * What was drawn with a round brush on a square pad, as darkness from 0 to 1, three times as fine as MNIST's pictures.
 *
 * <p>A picture of it is made as MNIST's were: the drawing's longer side takes 20 of 28 pixels, and its centre of mass lies in the
 * middle (LeCun, Cortes, Burges: The MNIST Database of Handwritten Digits).
 */
final class Ink {
    /** How many places the pad has in a row. */
    static final int SIDE = 84;

    private static final double INNER = 20.0 / 28;
    private static final int FINE = 4;

    private final float[] dark = new float[SIDE * SIDE];

    /** Whether nothing is drawn. */
    boolean isEmpty() {
        for (float one : dark) {
            if (one > 0) {
                return false;
            }
        }
        return true;
    }

    /** Takes everything away. */
    void clear() {
        Arrays.fill(dark, 0);
    }

    /** Draws from one place to another, both in shares of the pad's side, with a brush of a radius in the same measure. */
    void stroke(double fromX, double fromY, double toX, double toY, double radius) {
        double length = Math.hypot(toX - fromX, toY - fromY);
        int dabs = Math.max(1, (int) Math.ceil(length * SIDE));
        for (int i = 0; i <= dabs; i++) {
            double share = (double) i / dabs;
            dab(SIDE * (fromX + share * (toX - fromX)), SIDE * (fromY + share * (toY - fromY)), SIDE * radius);
        }
    }

    /** A dab is fully dark inside and fades over the last place. */
    private void dab(double x, double y, double radius) {
        int reach = (int) Math.ceil(radius) + 1;
        for (int row = Math.max(0, (int) y - reach); row < Math.min(SIDE, (int) y + reach + 1); row++) {
            for (int column = Math.max(0, (int) x - reach); column < Math.min(SIDE, (int) x + reach + 1); column++) {
                double distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
                float now = (float) Math.max(0, Math.min(1, radius + 0.5 - distance));
                dark[row * SIDE + column] = Math.max(dark[row * SIDE + column], now);
            }
        }
    }

    /** The darkness at each place, row by row; not to be changed. */
    float[] places() {
        return dark;
    }

    /** The drawing brought to a picture's size and centred, from 0 for nothing to 1; all 0 if nothing is drawn. */
    float[] picture(int height, int width) {
        float[] picture = new float[height * width];
        int top = SIDE;
        int left = SIDE;
        int bottom = -1;
        int right = -1;
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < dark.length; i++) {
            if (dark[i] > 0) {
                top = Math.min(top, i / SIDE);
                bottom = Math.max(bottom, i / SIDE);
                left = Math.min(left, i % SIDE);
                right = Math.max(right, i % SIDE);
                mass += dark[i];
                int row = i / SIDE;
                x += dark[i] * (i % SIDE + 0.5);
                y += dark[i] * (row + 0.5);
            }
        }
        if (mass == 0) {
            return picture;
        }
        double scale = Math.max(bottom - top + 1, right - left + 1) / (INNER * Math.min(height, width));
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                picture[row * width + column] =
                        mean(x / mass + (column - width / 2.0) * scale, y / mass + (row - height / 2.0) * scale, scale);
            }
        }
        strengthen(picture);
        return picture;
    }

    /** Makes the darkest place 1: thin lines fade when they are made smaller, and those of the data do not. */
    private static void strengthen(float[] picture) {
        float most = 0;
        for (float one : picture) {
            most = Math.max(most, one);
        }
        for (int i = 0; i < picture.length && most > 0; i++) {
            picture[i] /= most;
        }
    }

    /** The mean darkness of a square of the pad. */
    private float mean(double left, double top, double side) {
        double sum = 0;
        for (int i = 0; i < FINE * FINE; i++) {
            int down = i / FINE;
            int column = (int) Math.floor(left + side * (i % FINE + 0.5) / FINE);
            int row = (int) Math.floor(top + side * (down + 0.5) / FINE);
            if (column >= 0 && column < SIDE && row >= 0 && row < SIDE) {
                sum += dark[row * SIDE + column];
            }
        }
        return (float) (sum / (FINE * FINE));
    }
}
