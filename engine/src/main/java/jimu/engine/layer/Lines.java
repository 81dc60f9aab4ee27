package jimu.engine.layer;

import java.util.List;
import jimu.engine.message.Messages;
import jimu.engine.op.Margins;
import jimu.engine.op.Reshape;
import jimu.engine.shape.Dim;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** What layers with a window sliding over a line share: a line (N, C, L) is a picture (N, C, 1, L) of one row. */
public final class Lines {
    private Lines() {}

    /** Whether the input is a float line (N, C, L) with only N depending on the batch. */
    public static List<Problem> check(TensorType x) {
        if (!x.dtype().isFloating()) {
            return Problem.unlessFloating(x);
        }
        TensorShape shape = x.shape();
        boolean line = shape.rank() == 3 && !shape.slice(1, 3).batched();
        return line
                ? List.of()
                : List.of(
                        Problem.shape("window.line", "N × C × L", x.toString()).at("input"));
    }

    /** Whether the window, spread by its dilation, fits the padded line at least once. */
    public static List<Problem> checkFits(TensorShape x, int kernel, int dilation, Margins margins) {
        long length = x.dim(-1).factor() + margins.left() + margins.right();
        long spread = (long) dilation * (kernel - 1) + 1;
        return spread <= length
                ? List.of()
                : List.of(Problem.shape(
                                "window.large",
                                Messages.text("expected.most", length),
                                Long.toString(spread),
                                x.toString())
                        .at("input", List.of(2)));
    }

    /** The origins of a line that a window makes of another one, mainly because of a parameter. */
    public static List<Origin> origins(Origin channels, String because) {
        return List.of(Origin.same(0, 0), channels, new Origin.Computed("L'", new Origin.Axis(0, 2), because));
    }

    /** The number along a line, as a pair for the picture. */
    public static IntPair along(int number) {
        return new IntPair(1, number);
    }

    /** The shape of a line as a picture. */
    public static TensorShape picture(TensorShape line) {
        return line.insert(2, Dim.of(1));
    }

    /** The line as a picture. */
    public static Value picture(Lowering lowering, Value line) {
        return lowering.apply(new Reshape(picture(line.type().shape())), line);
    }

    /** The picture of one row as a line. */
    public static Value line(Lowering lowering, Value picture) {
        TensorShape shape = picture.type().shape();
        return lowering.apply(new Reshape(shape.slice(0, 2).insert(2, shape.dim(3))), picture);
    }
}
