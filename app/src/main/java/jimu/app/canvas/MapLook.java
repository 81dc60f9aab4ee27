package jimu.app.canvas;

import java.util.List;

/** How the small map is shown: it does not hide for good what lies behind it. */
enum MapLook {
    /** Over free ground. */
    CLEAR,
    /** Over something, which shines through. */
    FADED,
    /** Not at all, over something, since all can be seen without it. */
    AWAY;

    /** For a window and the part of it behind the map, where {@code things} lie. */
    static MapLook of(Box window, Box behind, List<Box> things) {
        if (things.stream().noneMatch(behind::touches)) {
            return CLEAR;
        }
        return things.stream().allMatch(window::holds) ? AWAY : FADED;
    }
}
