package jimu.engine.io;

import java.util.Arrays;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/**
 * An array as it stands in a file: a type, a shape, and its numbers in row-major order, on the Java heap or in a tensor.
 *
 * <p>The arrays given and returned are shared, not copied, where no conversion is needed: nobody changes them.
 */
public final class NumberArray {
    /** The types of numbers, under the names that safetensors uses. */
    public enum Type {
        F32(4),
        F64(8),
        I32(4),
        I64(8);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        /** The size of a number in bytes. */
        public int bytes() {
            return bytes;
        }
    }

    private final Type type;
    private final TensorShape shape;
    private final Object values;

    private NumberArray(Type type, TensorShape shape, Object values, int length) {
        if (shape.elements(1) != length) {
            throw new IllegalArgumentException(length + " numbers do not fill " + shape);
        }
        this.type = type;
        this.shape = shape;
        this.values = values;
    }

    /** An array of float32 numbers. */
    public static NumberArray of(TensorShape shape, float[] values) {
        return new NumberArray(Type.F32, shape, values, values.length);
    }

    /** The float32 numbers of a tensor, read from there when they are asked for. */
    public static NumberArray of(TensorShape shape, Tensor values) {
        if (values.dtype() != DType.FLOAT32) {
            throw new IllegalArgumentException(
                    "Not float32 but " + values.dtype().label());
        }
        return new NumberArray(Type.F32, shape, values, Math.toIntExact(values.length()));
    }

    /** An array of float64 numbers. */
    public static NumberArray of(TensorShape shape, double[] values) {
        return new NumberArray(Type.F64, shape, values, values.length);
    }

    /** An array of int32 numbers. */
    public static NumberArray of(TensorShape shape, int[] values) {
        return new NumberArray(Type.I32, shape, values, values.length);
    }

    /** An array of int64 numbers. */
    public static NumberArray of(TensorShape shape, long[] values) {
        return new NumberArray(Type.I64, shape, values, values.length);
    }

    /** The type of the numbers. */
    public Type type() {
        return type;
    }

    /** The sizes of the axes; fixed. */
    public TensorShape shape() {
        return shape;
    }

    /** How many numbers there are. */
    public int length() {
        return values instanceof Tensor tensor
                ? Math.toIntExact(tensor.length())
                : java.lang.reflect.Array.getLength(values);
    }

    /** The numbers as float32, rounded where necessary. */
    public float[] floats() {
        if (values instanceof float[] floats) {
            return floats;
        }
        float[] converted = new float[length()];
        if (values instanceof Tensor tensor) {
            tensor.read(0, converted, 0, converted.length);
            return converted;
        }
        for (int i = 0; i < converted.length; i++) {
            converted[i] = values instanceof long[] longs ? longs[i] : (float) get(i);
        }
        return converted;
    }

    /** The numbers as float64. */
    public double[] doubles() {
        if (values instanceof double[] doubles) {
            return doubles;
        }
        if (values instanceof Tensor) {
            return of(shape, floats()).doubles();
        }
        double[] converted = new double[length()];
        for (int i = 0; i < converted.length; i++) {
            converted[i] = get(i);
        }
        return converted;
    }

    /** The numbers as int64, fractions cut off. */
    public long[] longs() {
        if (values instanceof long[] longs) {
            return longs;
        }
        if (values instanceof Tensor) {
            return of(shape, floats()).longs();
        }
        long[] converted = new long[length()];
        for (int i = 0; i < converted.length; i++) {
            converted[i] = (long) get(i);
        }
        return converted;
    }

    /** The array under another shape of as many elements. */
    public NumberArray withShape(TensorShape other) {
        return new NumberArray(type, other, values, length());
    }

    private double get(int i) {
        return switch (type) {
            case F32 -> ((float[]) values)[i];
            case F64 -> ((double[]) values)[i];
            case I32 -> ((int[]) values)[i];
            case I64 -> ((long[]) values)[i];
        };
    }

    Object values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberArray array
                && type == array.type
                && shape.equals(array.shape)
                && Arrays.deepEquals(new Object[] {values}, new Object[] {array.values});
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.deepHashCode(new Object[] {values});
    }

    @Override
    public String toString() {
        return type + " " + shape;
    }
}
