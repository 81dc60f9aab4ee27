package jimu.engine.runtime;

import java.util.List;

/**
 * How the operands and results of a kernel lie, by place; row-major where a list has ended.
 *
 * @param operands the layouts of the first operands
 * @param results the layouts of the first results
 */
public record Layouts(List<Layout> operands, List<Layout> results) {
    /** Everything row-major. */
    public static final Layouts ROW_MAJOR = new Layouts(List.of(), List.of());

    public Layouts {
        operands = List.copyOf(operands);
        results = List.copyOf(results);
    }

    /** The layout of an operand. */
    public Layout operand(int place) {
        return place < operands.size() ? operands.get(place) : Layout.RowMajor.ROW_MAJOR;
    }

    /** The layout of a result. */
    public Layout result(int place) {
        return place < results.size() ? results.get(place) : Layout.RowMajor.ROW_MAJOR;
    }
}
