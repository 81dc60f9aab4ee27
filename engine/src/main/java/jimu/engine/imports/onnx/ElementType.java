package jimu.engine.imports.onnx;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import jimu.engine.io.NumberArray;
import jimu.engine.shape.TensorShape;

/** The types of numbers that TensorProto.DataType names, so far as they are read. */
enum ElementType {
    FLOAT(1, 4),
    UINT8(2, 1),
    INT8(3, 1),
    UINT16(4, 2),
    INT16(5, 2),
    INT32(6, 4),
    INT64(7, 8),
    BOOL(9, 1),
    FLOAT16(10, 2),
    DOUBLE(11, 8),
    UINT32(12, 4),
    BFLOAT16(16, 2);

    private static final int BYTE = 0xFF;
    private static final int SHORT = 0xFFFF;
    private static final long INT = 0xFFFFFFFFL;

    private final int code;
    private final int bytes;

    ElementType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** The type of that number. */
    static Optional<ElementType> of(int code) {
        return Arrays.stream(values()).filter(one -> one.code == code).findFirst();
    }

    /** Whether numbers of this type have fractions. */
    boolean isFloating() {
        return this == FLOAT || this == FLOAT16 || this == BFLOAT16 || this == DOUBLE;
    }

    /** How many bytes one takes. */
    int bytes() {
        return bytes;
    }

    /** The i-th of raw numbers, as its bits. */
    long bits(ByteBuffer raw, int i) {
        return switch (bytes) {
            case 1 -> raw.get(i);
            case 2 -> raw.getShort(2 * i);
            case 4 -> raw.getInt(4 * i);
            default -> raw.getLong(8 * i);
        };
    }

    /** An array of numbers given as bits. */
    NumberArray array(TensorShape shape, IntToLongFunction bits) {
        int count = Math.toIntExact(shape.elements(1));
        if (!isFloating()) {
            long[] integers = new long[count];
            for (int i = 0; i < count; i++) {
                integers[i] = integer(bits.applyAsLong(i));
            }
            return NumberArray.of(shape, integers);
        }
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number(bits.applyAsLong(i));
        }
        return NumberArray.of(shape, numbers);
    }

    private float number(long bits) {
        return switch (this) {
            case FLOAT16 -> half((int) bits & SHORT);
            case BFLOAT16 -> Float.intBitsToFloat((int) bits << 16);
            case DOUBLE -> (float) Double.longBitsToDouble(bits);
            default -> Float.intBitsToFloat((int) bits);
        };
    }

    private long integer(long bits) {
        return switch (this) {
            case UINT8 -> bits & BYTE;
            case UINT16 -> bits & SHORT;
            case UINT32 -> bits & INT;
            default -> bits;
        };
    }

    /** A number of IEEE 754's binary16: a sign, five bits of exponent, ten of fraction. */
    private static float half(int bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        if (exponent == 0) {
            float small = fraction * 0x1p-24f;
            return sign == 0 ? small : -small;
        }
        int wide = exponent == 0x1F ? 0xFF : exponent + 112;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }
}
