package jimu.engine.graph;

import java.util.Optional;
import jimu.engine.shape.IntPair;

/**
 * How pictures are changed on their way into a network.
 *
 * @param size the height and width that they are brought to; none leaves them as they are
 * @param colours what becomes of their channels
 */
public record PictureSettings(Optional<IntPair> size, Colours colours) {
    /** The largest height and width. */
    public static final int LARGEST = 1024;

    /** Leaves pictures as they are. */
    public static final PictureSettings AS_THEY_ARE = new PictureSettings(Optional.empty(), Colours.AS_THEY_ARE);

    /** What becomes of a picture's channels. */
    public enum Colours {
        /** Nothing. */
        AS_THEY_ARE,
        /** Three channels; a grey picture fills all three. */
        RGB
    }

    public PictureSettings {
        if (size.isPresent() && !(fits(size.get().height()) && fits(size.get().width()))) {
            throw new IllegalArgumentException("Pictures have from 1 to " + LARGEST + " rows and columns");
        }
    }

    private static boolean fits(int side) {
        return side >= 1 && side <= LARGEST;
    }
}
