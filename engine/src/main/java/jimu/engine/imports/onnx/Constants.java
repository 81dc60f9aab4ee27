package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jimu.engine.imports.onnx.Held.Extent;
import jimu.engine.imports.onnx.Held.Filled;
import jimu.engine.imports.onnx.Held.Numbers;
import jimu.engine.imports.onnx.Held.Sizes;
import jimu.engine.io.NumberArray;
import jimu.engine.shape.TensorShape;

/** Constant values in the form that is wanted. */
final class Constants {
    private static final int MOST_SIZES = 64;

    private Constants() {}

    /** The value as an array of numbers; none if a block computes it or N is in it. */
    static Optional<NumberArray> array(Held value) {
        if (value instanceof Numbers numbers) {
            return Optional.of(numbers.array());
        } else if (value instanceof Filled filled && !filled.shape().batched()) {
            return filled(filled);
        } else if (value instanceof Sizes sizes && sizes.sizes().stream().noneMatch(Extent::batched)) {
            long[] numbers = sizes.sizes().stream().mapToLong(Extent::factor).toArray();
            return Optional.of(
                    NumberArray.of(sizes.rank() == 0 ? TensorShape.SCALAR : TensorShape.of(numbers.length), numbers));
        }
        return Optional.empty();
    }

    /** A large array of one number is not made. */
    private static Optional<NumberArray> filled(Filled filled) {
        long count = filled.shape().elements(1);
        if (count > 1 << 20) {
            return Optional.empty();
        }
        float[] numbers = new float[(int) count];
        Arrays.fill(numbers, (float) filled.number());
        return Optional.of(NumberArray.of(filled.shape(), numbers));
    }

    /** The value as a row of sizes, or a single one; none if it is something else. */
    static Optional<Sizes> sizes(Held value) {
        if (value instanceof Sizes sizes) {
            return Optional.of(sizes);
        }
        Optional<NumberArray> array = array(value);
        if (array.isEmpty()
                || array.get().type() != NumberArray.Type.I64
                || array.get().shape().rank() > 1
                || array.get().length() > MOST_SIZES) {
            return Optional.empty();
        }
        List<Extent> extents = new ArrayList<>();
        for (long number : array.get().longs()) {
            extents.add(Extent.of(number));
        }
        return Optional.of(new Sizes(extents, array.get().shape().rank()));
    }

    /** The number that all elements are, if they are one. */
    static Optional<Double> only(Held value) {
        if (value instanceof Filled filled) {
            return Optional.of(filled.number());
        }
        Optional<NumberArray> array = array(value);
        if (array.isEmpty() || array.get().length() == 0) {
            return Optional.empty();
        }
        float[] numbers = array.get().floats();
        for (float number : numbers) {
            if (number != numbers[0]) {
                return Optional.empty();
            }
        }
        return Optional.of((double) numbers[0]);
    }
}
