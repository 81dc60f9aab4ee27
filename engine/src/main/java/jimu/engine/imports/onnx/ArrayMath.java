package jimu.engine.imports.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import jimu.engine.io.NumberArray;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;

/** What files do to constant arrays before they use them. */
final class ArrayMath {
    private ArrayMath() {}

    /** The array with its axes in another order. */
    static NumberArray transposed(NumberArray array, List<Integer> order) {
        long[] sizes = array.shape().sizes();
        int[] strides = strides(sizes);
        long[] to = order.stream().mapToLong(axis -> sizes[axis]).toArray();
        int[] steps = order.stream().mapToInt(axis -> strides[axis]).toArray();
        return picked(array, TensorShape.of(to), places(to, steps));
    }

    /** The elements at {@code indices} along an axis; a single index takes the axis away. */
    static NumberArray gathered(NumberArray array, NumberArray indices, int axis) {
        long[] sizes = array.shape().sizes();
        int inner = (int) TensorShape.of(Arrays.copyOfRange(sizes, axis + 1, sizes.length))
                .elements(1);
        int size = (int) sizes[axis];
        long[] at = indices.longs();
        int count = at.length;
        TensorShape shape = new TensorShape(Stream.of(
                        array.shape().slice(0, axis),
                        indices.shape(),
                        array.shape().slice(axis + 1, sizes.length))
                .flatMap(part -> part.dims().stream())
                .toList());
        return picked(array, shape, i -> {
            int within = i % inner;
            int index = (int) at[i / inner % count];
            int outer = i / inner / count;
            return (outer * size + (index < 0 ? index + size : index)) * inner + within;
        });
    }

    /** Every {@code step}-th element from {@code from} along an axis, {@code count} of them. */
    static NumberArray sliced(NumberArray array, int axis, long from, long step, int count) {
        long[] indices = new long[count];
        for (int i = 0; i < count; i++) {
            indices[i] = from + i * step;
        }
        return gathered(array, NumberArray.of(TensorShape.of(count), indices), axis);
    }

    /** Arrays one after another along an axis. */
    static NumberArray concatenated(List<NumberArray> arrays, int axis) {
        NumberArray first = arrays.get(0);
        long length =
                arrays.stream().mapToLong(one -> one.shape().dim(axis).factor()).sum();
        TensorShape shape = first.shape().with(axis, Dim.of(length));
        int inner = (int) shape.slice(axis + 1, shape.rank()).elements(1);
        int outer = (int) shape.slice(0, axis).elements(1);
        boolean whole = arrays.stream().allMatch(one -> one.type() == NumberArray.Type.I64);
        float[] numbers = new float[whole ? 0 : (int) shape.elements(1)];
        long[] integers = new long[whole ? (int) shape.elements(1) : 0];
        int at = 0;
        for (int row = 0; row < outer; row++) {
            for (NumberArray one : arrays) {
                int run = (int) one.shape().dim(axis).factor() * inner;
                if (whole) {
                    System.arraycopy(one.longs(), row * run, integers, at, run);
                } else {
                    System.arraycopy(one.floats(), row * run, numbers, at, run);
                }
                at += run;
            }
        }
        return whole ? NumberArray.of(shape, integers) : NumberArray.of(shape, numbers);
    }

    /** Two arrays element by element, sizes of 1 stretched; none if their sizes do not match. */
    static Optional<NumberArray> combined(NumberArray a, NumberArray b, DoubleBinaryOperator function) {
        Optional<TensorShape> shape = a.shape().broadcast(b.shape());
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        NumberArray left = stretched(a, shape.get());
        NumberArray right = stretched(b, shape.get());
        int count = left.length();
        if (a.type() == NumberArray.Type.I64 && b.type() == NumberArray.Type.I64) {
            long[] integers = new long[count];
            for (int i = 0; i < count; i++) {
                integers[i] = (long) function.applyAsDouble((double) left.longs()[i], (double) right.longs()[i]);
            }
            return Optional.of(NumberArray.of(shape.get(), integers));
        }
        float[] numbers = new float[count];
        float[] lefts = left.floats();
        float[] rights = right.floats();
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) function.applyAsDouble(lefts[i], rights[i]);
        }
        return Optional.of(NumberArray.of(shape.get(), numbers));
    }

    /** The array under a shape to which it stretches. */
    static NumberArray stretched(NumberArray array, TensorShape shape) {
        if (array.shape().equals(shape)) {
            return array;
        }
        long[] sizes = array.shape().sizes();
        int[] strides = strides(sizes);
        long[] to = shape.sizes();
        int[] steps = new int[to.length];
        for (int i = 0; i < sizes.length; i++) {
            steps[to.length - sizes.length + i] = sizes[i] == 1 ? 0 : strides[i];
        }
        return picked(array, shape, places(to, steps));
    }

    private static int[] strides(long[] sizes) {
        int[] strides = new int[sizes.length];
        int stride = 1;
        for (int i = sizes.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= (int) sizes[i];
        }
        return strides;
    }

    private static IntUnaryOperator places(long[] sizes, int[] steps) {
        return i -> {
            int rest = i;
            int place = 0;
            for (int axis = sizes.length - 1; axis >= 0; axis--) {
                place += rest % (int) sizes[axis] * steps[axis];
                rest /= (int) sizes[axis];
            }
            return place;
        };
    }

    private static NumberArray picked(NumberArray array, TensorShape shape, IntUnaryOperator place) {
        int count = Math.toIntExact(shape.elements(1));
        if (array.type() == NumberArray.Type.I64) {
            long[] from = array.longs();
            long[] integers = new long[count];
            for (int i = 0; i < count; i++) {
                integers[i] = from[place.applyAsInt(i)];
            }
            return NumberArray.of(shape, integers);
        }
        float[] from = array.floats();
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = from[place.applyAsInt(i)];
        }
        return NumberArray.of(shape, numbers);
    }
}
