package jimu.app.canvas;

import java.util.List;
import java.util.Optional;

/** Shapes said in less room: without the gaps between their numbers, then without the batch, never on two lines. */
final class ShapeWords {
    private static final double GAP = 0.32;
    private static final double DIGIT = 0.62;
    private static final double LETTER = 0.75;
    private static final double TIMES = 0.9;
    private static final String BETWEEN = " × ";
    private static final String CLOSE = "×";

    /** How many times its letters' size a block has room for far out. */
    private static final double BLOCK = 8.1;

    private ShapeWords() {}

    /** The fullest way to say a shape that has room, which is counted in times the letters' size. */
    static Optional<String> within(String shape, double room) {
        return ways(shape).stream().filter(way -> width(way) <= room).findFirst();
    }

    /** How a block says it where its letters are large. */
    static String brief(String shape) {
        List<String> ways = ways(shape);
        return within(ways.get(1), BLOCK).orElse(ways.get(2));
    }

    private static List<String> ways(String shape) {
        String close = shape.replace(BETWEEN, CLOSE);
        int batch = close.indexOf(CLOSE) + 1;
        return List.of(shape, close, close.substring(0, batch).contains("N") ? close.substring(batch) : close);
    }

    private static double width(String text) {
        return text.chars().mapToDouble(ShapeWords::width).sum();
    }

    /** About how wide a sign is in the fonts that there are, in times the letters' size. */
    private static double width(int sign) {
        return switch (sign) {
            case ' ' -> GAP;
            case '×' -> TIMES;
            default -> Character.isDigit(sign) ? DIGIT : LETTER;
        };
    }
}
