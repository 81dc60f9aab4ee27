package jimu.app.evaluate;

import jimu.app.fx.Picture;
import jimu.engine.data.image.Pixels;

/**
 * A picture from a file, as it lies on the pad.
 *
 * @param name the file's
 * @param pixels all of it
 * @param pad what is to be seen of it there
 */
record Shown(String name, Pixels pixels, Picture pad) {
    private static final int SIDE = 2 * Ink.SIDE;

    static Shown of(String name, Pixels pixels) {
        Pixels small = pixels.within(SIDE, SIDE);
        return new Shown(name, pixels, Picture.of(small.values(), SIDE, SIDE, 0, 1));
    }
}
