package jimu.engine.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import jimu.engine.shape.TensorShape;

/** The types of numbers in npy files that can be read, under NumPy's names. */
enum NpyType {
    F4(4),
    F8(8),
    I1(1),
    I2(2),
    I4(4),
    I8(8),
    U1(1),
    U2(2),
    U4(4),
    B1(1);

    private static final int CHUNK = 1 << 16;

    private final int bytes;

    NpyType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    /** Reads the numbers that fill {@code shape}; the caller has checked that the file has them. */
    NumberArray read(ReadableByteChannel in, TensorShape shape, ByteOrder order) throws IOException {
        return switch (this) {
            case F4 -> NumberBytes.read(in, NumberArray.Type.F32, shape, order);
            case F8 -> NumberBytes.read(in, NumberArray.Type.F64, shape, order);
            case I4 -> NumberBytes.read(in, NumberArray.Type.I32, shape, order);
            case I8 -> NumberBytes.read(in, NumberArray.Type.I64, shape, order);
            case U4 -> unsigned(NumberBytes.read(in, NumberArray.Type.I32, shape, order));
            case I1, I2, U1, U2, B1 -> small(in, shape, order);
        };
    }

    private static NumberArray unsigned(NumberArray signed) {
        int[] bits = (int[]) signed.values();
        long[] values = new long[bits.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Integer.toUnsignedLong(bits[i]);
        }
        return NumberArray.of(signed.shape(), values);
    }

    private NumberArray small(ReadableByteChannel in, TensorShape shape, ByteOrder order) throws IOException {
        int[] values = new int[Math.toIntExact(shape.elements(1))];
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(order);
        for (int at = 0; at < values.length; ) {
            int count = Math.min(values.length - at, CHUNK / bytes);
            buffer.clear().limit(count * bytes);
            while (buffer.hasRemaining()) {
                if (in.read(buffer) < 0) {
                    throw new EOFException();
                }
            }
            buffer.flip();
            for (int i = 0; i < count; i++) {
                values[at + i] = number(buffer);
            }
            at += count;
        }
        return NumberArray.of(shape, values);
    }

    private int number(ByteBuffer buffer) {
        return switch (this) {
            case I1 -> buffer.get();
            case U1 -> buffer.get() & 0xff;
            case B1 -> buffer.get() == 0 ? 0 : 1;
            case I2 -> buffer.getShort();
            case U2 -> buffer.getShort() & 0xffff;
            case F4, F8, I4, I8, U4 -> throw new IllegalStateException(this + " is read in bulk");
        };
    }
}
