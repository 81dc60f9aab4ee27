package jimu.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text in columns, each as wide as its widest cell. */
final class Table {
    private static final String GAP = "   ";

    /** Punctuation between these takes two places as well. */
    private static final int FULL_WIDTH = 0xFF01;

    private static final int HALF_WIDTH = 0xFF61;

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** Where the text of a column stands in it. */
    enum Side {
        LEFT,
        RIGHT
    }

    /** A column under its heading. */
    record Column(String heading, Side side) {}

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row with a cell for each column. */
    void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** The headings. */
    String heading() {
        return line(columns.stream().map(Column::heading).toList());
    }

    /** A line of one character, as wide as the table. */
    String rule(char character) {
        int gaps = GAP.length() * (columns.size() - 1);
        int width = IntStream.range(0, columns.size()).map(this::width).sum();
        return String.valueOf(character).repeat(width + gaps);
    }

    /** The rows, without blanks at the end. */
    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> cells) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> {
                    String blank = " ".repeat(width(i) - width(cells.get(i)));
                    return columns.get(i).side() == Side.LEFT ? cells.get(i) + blank : blank + cells.get(i);
                })
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private int width(int column) {
        int widest = rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
        return Math.max(width(columns.get(column).heading()), widest);
    }

    /** The places that a text takes in a terminal: two for a Chinese letter. */
    private static int width(String text) {
        return text.codePoints()
                .map(letter -> Character.isIdeographic(letter) || (letter >= FULL_WIDTH && letter < HALF_WIDTH) ? 2 : 1)
                .sum();
    }
}
