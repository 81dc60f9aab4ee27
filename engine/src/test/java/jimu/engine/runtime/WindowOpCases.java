package jimu.engine.runtime;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import jimu.engine.op.AdaptiveAveragePooling;
import jimu.engine.op.AdaptiveMaxPooling;
import jimu.engine.op.AveragePooling;
import jimu.engine.op.Convolution;
import jimu.engine.op.Interpolation;
import jimu.engine.op.Margins;
import jimu.engine.op.MaxPooling;
import jimu.engine.op.Op;
import jimu.engine.op.Resize;
import jimu.engine.op.TransposedConvolution;
import jimu.engine.op.ZeroPadding;
import jimu.engine.shape.DType;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorType;

/** Random cases of convolutions, their likes and pools, which slide a window over a picture. */
final class WindowOpCases extends Draw {
    WindowOpCases(Random random, DType floating) {
        super(random, floating);
    }

    OpCase convolution() {
        int groups = between(1, 3);
        int in = between(1, 3);
        long inputs = (long) groups * in;
        long outputs = (long) groups * between(1, 3);
        IntPair kernel = pair(1, 3);
        IntPair dilation = pair(1, 2);
        Margins margins = margins();
        TensorType x = type(between(1, 3), inputs, size(kernel.height(), dilation.height()), 4 + kernel.width() * 2);
        TensorType weight = type(outputs, in, kernel.height(), kernel.width());
        return parametric(new Convolution(pair(1, 2), margins, dilation, groups), x, weight, type(outputs));
    }

    OpCase transposedConvolution() {
        int groups = between(1, 3);
        long inputs = (long) groups * between(1, 3);
        int out = between(1, 3);
        IntPair kernel = pair(2, 3);
        IntPair stride = pair(1, 3);
        IntPair outputPadding = new IntPair(between(0, stride.height() - 1), between(0, stride.width() - 1));
        TransposedConvolution op = new TransposedConvolution(stride, pair(0, 1), outputPadding, pair(1, 2), groups);
        TensorType x = type(between(1, 3), inputs, between(2, 4), between(2, 4));
        TensorType weight = type(inputs, out, kernel.height(), kernel.width());
        return parametric(op, x, weight, type((long) groups * out));
    }

    OpCase padding() {
        Margins margins = new Margins(between(-1, 2), between(-1, 2), between(-1, 2), between(-1, 2));
        TensorType x = type(between(1, 3), between(1, 3), between(3, 5), between(3, 5));
        return new OpCase(new ZeroPadding(margins), List.of(x), List.of(values(x)), 1);
    }

    OpCase resizing() {
        TensorType x = type(between(1, 2), between(1, 3), between(1, 5), between(1, 5));
        Interpolation interpolation = random.nextBoolean() ? Interpolation.NEAREST : Interpolation.BILINEAR;
        Op op = new Resize(pair(1, 8), interpolation, random.nextDouble(), random.nextDouble(), random.nextBoolean());
        return new OpCase(op, List.of(x), List.of(values(x)), 1);
    }

    OpCase pooling() {
        IntPair kernel = pair(2, 3);
        IntPair dilation = pair(1, 2);
        Margins margins = new Margins(between(0, 1), between(0, 1), between(0, 1), between(0, 1));
        TensorType x = type(
                between(1, 3),
                between(1, 3),
                size(kernel.height(), dilation.height()),
                size(kernel.width(), dilation.width()));
        return new OpCase(new MaxPooling(kernel, pair(1, 3), margins, dilation), List.of(x), List.of(distinct(x)), 1);
    }

    OpCase averagePooling() {
        IntPair kernel = pair(2, 3);
        Margins margins = new Margins(between(0, 1), between(0, 1), between(0, 1), between(0, 1));
        Margins counted = random.nextBoolean() ? margins : Margins.symmetric(pair(0, 1));
        OptionalInt divisor = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(between(1, 5));
        TensorType x = type(between(1, 3), between(1, 3), size(kernel.height(), 1), size(kernel.width(), 1));
        Op op = new AveragePooling(kernel, pair(1, 3), margins, counted, divisor);
        return new OpCase(op, List.of(x), List.of(values(x)), 1);
    }

    OpCase adaptivePooling() {
        TensorType x = type(between(1, 3), between(1, 3), between(1, 9), between(1, 9));
        IntPair size = pair(1, 6);
        Op op = random.nextBoolean() ? new AdaptiveAveragePooling(size) : new AdaptiveMaxPooling(size);
        return new OpCase(op, List.of(x), List.of(distinct(x)), 1);
    }
}
