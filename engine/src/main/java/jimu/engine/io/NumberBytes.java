package jimu.engine.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/** Numbers as bytes in a file, copied through a small buffer. */
final class NumberBytes {
    /** The most numbers that a Java array can hold on every virtual machine. */
    static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

    private static final int CHUNK = 1 << 16;

    private NumberBytes() {}

    /** The product of all sizes, those of 0 counted as 1; Long.MAX_VALUE stands for more. */
    static long elements(long[] shape) {
        long elements = 1;
        for (long size : shape) {
            if (size > 0) {
                elements = elements > Long.MAX_VALUE / size ? Long.MAX_VALUE : elements * size;
            }
        }
        return elements;
    }

    /** Reads exactly {@code count} bytes. */
    static byte[] read(ReadableByteChannel in, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (in.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer.array();
    }

    /** Reads the numbers that fill {@code shape}; the caller has checked that the file has them. */
    static NumberArray read(ReadableByteChannel in, NumberArray.Type type, TensorShape shape, ByteOrder order)
            throws IOException {
        int length = Math.toIntExact(shape.elements(1));
        Chunks chunks = new Chunks(in, order, (long) length * type.bytes());
        switch (type) {
            case F32 -> {
                float[] values = new float[length];
                for (int at = 0; at < length; ) {
                    int count = chunks.next() / Float.BYTES;
                    chunks.buffer.asFloatBuffer().get(values, at, count);
                    at += count;
                }
                return NumberArray.of(shape, values);
            }
            case F64 -> {
                double[] values = new double[length];
                for (int at = 0; at < length; ) {
                    int count = chunks.next() / Double.BYTES;
                    chunks.buffer.asDoubleBuffer().get(values, at, count);
                    at += count;
                }
                return NumberArray.of(shape, values);
            }
            case I32 -> {
                int[] values = new int[length];
                for (int at = 0; at < length; ) {
                    int count = chunks.next() / Integer.BYTES;
                    chunks.buffer.asIntBuffer().get(values, at, count);
                    at += count;
                }
                return NumberArray.of(shape, values);
            }
            case I64 -> {
                long[] values = new long[length];
                for (int at = 0; at < length; ) {
                    int count = chunks.next() / Long.BYTES;
                    chunks.buffer.asLongBuffer().get(values, at, count);
                    at += count;
                }
                return NumberArray.of(shape, values);
            }
        }
        throw new IllegalStateException("No such type: " + type);
    }

    /** Writes the numbers, the least significant byte first. */
    static void write(OutputStream out, NumberArray array) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        int perChunk = CHUNK / array.type().bytes();
        Optional<Tensor> tensor = array.values() instanceof Tensor held ? Optional.of(held) : Optional.empty();
        float[] floats = new float[tensor.isPresent() ? perChunk : 0];
        for (int at = 0; at < array.length(); at += perChunk) {
            int first = at;
            int count = Math.min(perChunk, array.length() - at);
            tensor.ifPresent(held -> held.read(first, floats, 0, count));
            switch (array.type()) {
                case F32 -> {
                    if (tensor.isPresent()) {
                        buffer.asFloatBuffer().put(floats, 0, count);
                    } else {
                        buffer.asFloatBuffer().put((float[]) array.values(), at, count);
                    }
                }
                case F64 -> buffer.asDoubleBuffer().put((double[]) array.values(), at, count);
                case I32 -> buffer.asIntBuffer().put((int[]) array.values(), at, count);
                case I64 -> buffer.asLongBuffer().put((long[]) array.values(), at, count);
            }
            out.write(buffer.array(), 0, count * array.type().bytes());
        }
    }

    private static final class Chunks {
        private final ReadableByteChannel in;
        private final ByteBuffer buffer;
        private long left;

        Chunks(ReadableByteChannel in, ByteOrder order, long bytes) {
            this.in = in;
            this.left = bytes;
            buffer = ByteBuffer.allocateDirect(CHUNK).order(order);
        }

        /** Fills the buffer with the next bytes and says how many they are. */
        int next() throws IOException {
            buffer.clear().limit((int) Math.min(CHUNK, left));
            while (buffer.hasRemaining()) {
                if (in.read(buffer) < 0) {
                    throw new EOFException();
                }
            }
            buffer.flip();
            left -= buffer.limit();
            return buffer.limit();
        }
    }
}
