package jimu.app.session;

import java.util.List;

/**
 * What a block shows for a while besides what it is.
 *
 * @param heat how long it computes, from 0 to 6 for the longest; −1 where that is not shown
 * @param figure its time and share in words; empty without heat
 * @param notices what seems to go wrong in it, a sentence each
 */
public record BlockMark(int heat, String figure, List<String> notices) {
    /** The highest heat. */
    public static final int HOTTEST = 6;

    /** Nothing besides. */
    public static final BlockMark NONE = new BlockMark(-1, "", List.of());

    public BlockMark {
        notices = List.copyOf(notices);
    }
}
