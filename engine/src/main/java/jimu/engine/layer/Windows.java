package jimu.engine.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jimu.engine.message.Messages;
import jimu.engine.op.Largest;
import jimu.engine.op.Margins;
import jimu.engine.op.Spans;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** The checks that layers with a window sliding over a picture share. */
public final class Windows {
    private Windows() {}

    /** Whether the input is a float picture (N, C, H, W) with only N depending on the batch. */
    public static List<Problem> checkPicture(TensorType x) {
        if (!x.dtype().isFloating()) {
            return Problem.unlessFloating(x);
        }
        TensorShape shape = x.shape();
        boolean picture = shape.rank() == 4 && !shape.slice(1, 4).batched();
        return picture
                ? List.of()
                : List.of(Problem.shape("window.rank", "N × C × H × W", x.toString())
                        .at("input"));
    }

    /** Whether a convolution's input has the pinned channels, and both counts of channels fall into groups. */
    public static List<Problem> checkChannels(TensorShape x, Size inChannels, int outChannels, int groups) {
        List<Problem> problems = new ArrayList<>();
        long channels = x.dim(1).factor();
        if (!inChannels.accepts(channels)) {
            problems.add(Problem.shape(
                            "conv.pinned", Integer.toString(inChannels.pinned()), Long.toString(channels), x.toString())
                    .at("input", List.of(1)));
        }
        if (channels % groups != 0) {
            problems.add(Problem.shape(
                            "conv.groups",
                            Messages.text("expected.multiple", groups),
                            Long.toString(channels),
                            "in_channels")
                    .at("input", List.of(1)));
        }
        if (outChannels % groups != 0) {
            problems.add(Problem.shape(
                    "conv.groups",
                    Messages.text("expected.multiple", groups),
                    Integer.toString(outChannels),
                    "out_channels"));
        }
        return problems;
    }

    /** The automatic size of a convolution. */
    public static Map<String, Integer> inChannels(TensorShape x) {
        return Map.of("in_channels", Math.toIntExact(x.dim(1).factor()));
    }

    /** Whether the window, spread by its dilation, fits the padded picture at least once along each axis. */
    public static List<Problem> checkFits(TensorShape x, IntPair kernel, IntPair dilation, Margins margins) {
        long height = x.dim(-2).factor() + margins.top() + margins.bottom();
        long width = x.dim(-1).factor() + margins.left() + margins.right();
        long spreadHeight = (long) dilation.height() * (kernel.height() - 1) + 1;
        long spreadWidth = (long) dilation.width() * (kernel.width() - 1) + 1;
        if (spreadHeight <= height && spreadWidth <= width) {
            return List.of();
        }
        return List.of(Problem.shape(
                        "window.large",
                        Messages.text("expected.most", height + " × " + width),
                        spreadHeight + " × " + spreadWidth,
                        x.toString())
                .at("input", axes(spreadHeight > height, spreadWidth > width)));
    }

    /** Whether anything is left of a picture {@code x}, of which a layer makes one of these sizes. */
    public static List<Problem> checkLeft(String key, TensorType x, long height, long width) {
        if (height >= 1 && width >= 1) {
            return List.of();
        }
        return List.of(
                Problem.shape(key, Messages.text("expected.least", "1 × 1"), height + " × " + width, x.toString())
                        .at("input", axes(height < 1, width < 1)));
    }

    /** The axes of a picture of which at least one is wrong. */
    private static List<Integer> axes(boolean rows, boolean columns) {
        return rows ? columns ? List.of(2, 3) : List.of(2) : List.of(3);
    }

    /** Whether each window of a pool that fits covers an element of the picture {@code x}, which a spread one can miss. */
    public static List<Problem> checkCovers(Largest pool, TensorShape x) {
        return covers(pool.rows(x)) && covers(pool.columns(x))
                ? List.of()
                : List.of(Problem.shape(
                        "pool.empty", Messages.text("expected.element"), Messages.text("expected.padding")));
    }

    private static boolean covers(Spans spans) {
        return IntStream.range(0, spans.stops()).allMatch(stop -> spans.begin(stop) < spans.end(stop));
    }

    /**
     * The origins of a picture that a window makes of another one, height and width following by the layer's formulas.
     *
     * @param rows the parameter that makes most of the height
     * @param columns the one that makes most of the width
     */
    public static List<Origin> origins(Origin channels, String rows, String columns) {
        return List.of(
                Origin.same(0, 0),
                channels,
                new Origin.Computed("H'", new Origin.Axis(0, 2), rows),
                new Origin.Computed("W'", new Origin.Axis(0, 3), columns));
    }

    /** Which parameter makes most of a size along an axis with such a stride: a step above 1 counts for more than padding. */
    public static String because(int stride) {
        return stride > 1 ? "stride" : "padding";
    }

    /** The height and width of a picture. Throws ArithmeticException beyond an int. */
    public static IntPair size(TensorShape x) {
        return new IntPair(
                Math.toIntExact(x.dim(-2).factor()), Math.toIntExact(x.dim(-1).factor()));
    }

    /** Whether the padding of a pool is at most half its window, so that every window covers a part of the picture. */
    public static List<Problem> checkPoolPadding(IntPair kernel, IntPair padding) {
        if (padding.height() <= kernel.height() / 2 && padding.width() <= kernel.width() / 2) {
            return List.of();
        }
        String most = new IntPair(kernel.height() / 2, kernel.width() / 2).toString();
        return List.of(Problem.shape(
                "pool.padding", Messages.text("expected.most", most), padding.toString(), kernel.toString()));
    }
}
