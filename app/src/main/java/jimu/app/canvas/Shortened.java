package jimu.app.canvas;

import java.util.function.IntToDoubleFunction;

/** Names cut to a room in the middle: their ends, often numbers, are what tells them apart. */
final class Shortened {
    private static final String MARK = "…";

    private Shortened() {}

    /** As much of a name as has room, given how wide each character is. */
    static String of(String name, double room, IntToDoubleFunction width) {
        String cut = name;
        for (int left = name.length() - 1; left > 0 && width(cut, width) > room; left--) {
            int tail = left / 2;
            cut = name.substring(0, left - tail) + MARK + name.substring(name.length() - tail);
        }
        return width(cut, width) > room ? "" : cut;
    }

    private static double width(String text, IntToDoubleFunction width) {
        return text.chars().mapToDouble(width).sum();
    }
}
