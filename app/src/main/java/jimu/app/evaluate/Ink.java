package jimu.app.evaluate;

import java.util.Arrays;
import jimu.engine.data.image.Pixels;

/** What was drawn with a round brush on a square pad, from 0 to 1, three times as fine as MNIST's pictures. */
final class Ink {
    /** How many places the pad has in a row. */
    static final int SIDE = 84;

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

    /** What was drawn, to be kept. */
    Pixels pixels() {
        return new Pixels(1, SIDE, SIDE, dark.clone());
    }
}
