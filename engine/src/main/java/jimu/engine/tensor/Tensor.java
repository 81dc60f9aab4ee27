package jimu.engine.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Objects;
import jimu.engine.shape.DType;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A row of numbers of one type in native memory, or a part of one.
 *
 * <p>Copies to and from arrays of the matching Java type ({@code float[]} for float32, and so on) are bulk copies that allocate
 * nothing; arrays of another type are converted number by number with Java's casts. Positions and counts are in elements;
 * those outside throw IndexOutOfBoundsException. After its {@link Memory} is closed every use throws IllegalStateException.
 */
public final class Tensor {
    private static final int WINDOW_BITS = 27;
    private static final int WINDOW = 1 << WINDOW_BITS;

    private final Memory memory;
    private final DType dtype;
    private final long length;
    private final Pointer pointer;
    private final FloatBuffer[] floats;
    private final DoubleBuffer[] doubles;
    private final IntBuffer[] ints;

    /** A row of {@code length} numbers at {@code address}, which belongs to {@code memory}. */
    Tensor(Memory memory, DType dtype, long address, long length) {
        this.memory = memory;
        this.dtype = dtype;
        this.length = length;
        this.pointer = new Address(address);
        int windows = (int) ((length + WINDOW - 1) >>> WINDOW_BITS);
        floats = new FloatBuffer[dtype == DType.FLOAT32 ? windows : 0];
        doubles = new DoubleBuffer[dtype == DType.FLOAT64 ? windows : 0];
        ints = new IntBuffer[dtype == DType.INT32 ? windows : 0];
        for (int i = 0; i < windows; i++) {
            ByteBuffer bytes = window(i);
            switch (dtype) {
                case FLOAT32 -> floats[i] = bytes.asFloatBuffer();
                case FLOAT64 -> doubles[i] = bytes.asDoubleBuffer();
                case INT32 -> ints[i] = bytes.asIntBuffer();
            }
        }
    }

    /** The type of the numbers. */
    public DType dtype() {
        return dtype;
    }

    /** How many numbers there are. */
    public long length() {
        return length;
    }

    /** The address of the first number. */
    public long address() {
        memory.checkOpen();
        return pointer.address();
    }

    /** The {@code count} numbers from {@code from} on, sharing memory with this tensor. */
    public Tensor slice(long from, long count) {
        check(from, count);
        return new Tensor(memory, dtype, pointer.address() + from * dtype.bytes(), count);
    }

    /** All numbers as an ND4J array of the given shape in row-major order, sharing memory with this tensor. */
    public INDArray array(long... shape) {
        memory.checkOpen();
        long[] strides = new long[shape.length];
        long elements = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = elements;
            elements = Math.multiplyExact(elements, shape[axis]);
        }
        if (elements != length) {
            throw new IllegalArgumentException(
                    "A shape of " + elements + " elements does not fit " + length + " numbers");
        }
        return Nd4j.create(buffer(), shape, strides, 0, 'c');
    }

    /** Sets every number to {@code value}. */
    public void fill(double value) {
        memory.checkOpen();
        if (Double.doubleToRawLongBits(value) == 0) {
            Pointer.memset(pointer, 0, length * dtype.bytes());
            return;
        }
        if (length > 0) {
            set(0, value);
        }
        for (long filled = 1; filled < length; filled += filled) {
            write(filled, this, 0, Math.min(filled, length - filled));
        }
    }

    /** Copies {@code count} numbers of {@code source} from its position {@code at} on to position {@code to}; types must agree. */
    public void write(long to, Tensor source, long at, long count) {
        check(to, count);
        source.check(at, count);
        if (source.dtype != dtype) {
            throw new IllegalArgumentException("Cannot copy " + source.dtype.label() + " to " + dtype.label());
        }
        for (long done = 0; done < count; ) {
            long goal = to + done;
            long origin = at + done;
            int n = (int) Math.min(count - done, Math.min(room(goal), room(origin)));
            switch (dtype) {
                case FLOAT32 -> floats[window(goal)].put(index(goal), source.floats[window(origin)], index(origin), n);
                case FLOAT64 ->
                    doubles[window(goal)].put(index(goal), source.doubles[window(origin)], index(origin), n);
                case INT32 -> ints[window(goal)].put(index(goal), source.ints[window(origin)], index(origin), n);
            }
            done += n;
        }
    }

    /** Copies the {@code count} numbers from {@code from} on into {@code to}, beginning at its index {@code at}. */
    public void read(long from, float[] to, int at, int count) {
        check(from, count);
        Objects.checkFromIndexSize(at, count, to.length);
        if (dtype != DType.FLOAT32) {
            for (int i = 0; i < count; i++) {
                to[at + i] = (float) get(from + i);
            }
            return;
        }
        for (int done = 0; done < count; ) {
            long origin = from + done;
            int n = Math.min(count - done, room(origin));
            floats[window(origin)].get(index(origin), to, at + done, n);
            done += n;
        }
    }

    /** Copies {@code count} numbers of {@code from}, beginning at its index {@code at}, to position {@code to}. */
    public void write(long to, float[] from, int at, int count) {
        check(to, count);
        Objects.checkFromIndexSize(at, count, from.length);
        if (dtype != DType.FLOAT32) {
            for (int i = 0; i < count; i++) {
                set(to + i, from[at + i]);
            }
            return;
        }
        for (int done = 0; done < count; ) {
            long goal = to + done;
            int n = Math.min(count - done, room(goal));
            floats[window(goal)].put(index(goal), from, at + done, n);
            done += n;
        }
    }

    /** Copies the {@code count} numbers from {@code from} on into {@code to}, beginning at its index {@code at}. */
    public void read(long from, double[] to, int at, int count) {
        check(from, count);
        Objects.checkFromIndexSize(at, count, to.length);
        for (int done = 0; done < count; ) {
            long origin = from + done;
            int n = Math.min(count - done, room(origin));
            switch (dtype) {
                case FLOAT32 -> widen(floats[window(origin)], index(origin), to, at + done, n);
                case FLOAT64 -> doubles[window(origin)].get(index(origin), to, at + done, n);
                case INT32 -> widen(ints[window(origin)], index(origin), to, at + done, n);
            }
            done += n;
        }
    }

    /** Copies {@code count} numbers of {@code from}, beginning at its index {@code at}, to position {@code to}. */
    public void write(long to, double[] from, int at, int count) {
        check(to, count);
        Objects.checkFromIndexSize(at, count, from.length);
        for (int done = 0; done < count; ) {
            long goal = to + done;
            int n = Math.min(count - done, room(goal));
            switch (dtype) {
                case FLOAT32 -> narrow(from, at + done, floats[window(goal)], index(goal), n);
                case FLOAT64 -> doubles[window(goal)].put(index(goal), from, at + done, n);
                case INT32 -> narrow(from, at + done, ints[window(goal)], index(goal), n);
            }
            done += n;
        }
    }

    /** Copies the {@code count} numbers from {@code from} on into {@code to}, beginning at its index {@code at}. */
    public void read(long from, int[] to, int at, int count) {
        check(from, count);
        Objects.checkFromIndexSize(at, count, to.length);
        if (dtype != DType.INT32) {
            for (int i = 0; i < count; i++) {
                to[at + i] = (int) get(from + i);
            }
            return;
        }
        for (int done = 0; done < count; ) {
            long origin = from + done;
            int n = Math.min(count - done, room(origin));
            ints[window(origin)].get(index(origin), to, at + done, n);
            done += n;
        }
    }

    /** Copies {@code count} numbers of {@code from}, beginning at its index {@code at}, to position {@code to}. */
    public void write(long to, int[] from, int at, int count) {
        check(to, count);
        Objects.checkFromIndexSize(at, count, from.length);
        if (dtype != DType.INT32) {
            for (int i = 0; i < count; i++) {
                set(to + i, from[at + i]);
            }
            return;
        }
        for (int done = 0; done < count; ) {
            long goal = to + done;
            int n = Math.min(count - done, room(goal));
            ints[window(goal)].put(index(goal), from, at + done, n);
            done += n;
        }
    }

    private void check(long from, long count) {
        memory.checkOpen();
        Objects.checkFromIndexSize(from, count, length);
    }

    private static void widen(FloatBuffer from, int origin, double[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = from.get(origin + i);
        }
    }

    private static void widen(IntBuffer from, int origin, double[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = from.get(origin + i);
        }
    }

    private static void narrow(double[] from, int at, FloatBuffer to, int goal, int count) {
        for (int i = 0; i < count; i++) {
            to.put(goal + i, (float) from[at + i]);
        }
    }

    private static void narrow(double[] from, int at, IntBuffer to, int goal, int count) {
        for (int i = 0; i < count; i++) {
            to.put(goal + i, (int) from[at + i]);
        }
    }

    private double get(long i) {
        return switch (dtype) {
            case FLOAT32 -> floats[window(i)].get(index(i));
            case FLOAT64 -> doubles[window(i)].get(index(i));
            case INT32 -> ints[window(i)].get(index(i));
        };
    }

    private void set(long i, double value) {
        switch (dtype) {
            case FLOAT32 -> floats[window(i)].put(index(i), (float) value);
            case FLOAT64 -> doubles[window(i)].put(index(i), value);
            case INT32 -> ints[window(i)].put(index(i), (int) value);
        }
    }

    private static int window(long position) {
        return (int) (position >>> WINDOW_BITS);
    }

    private static int index(long position) {
        return (int) position & (WINDOW - 1);
    }

    private static int room(long position) {
        return WINDOW - index(position);
    }

    /** A direct buffer cannot exceed 2 GiB, a tensor can: so it is seen through windows. */
    private ByteBuffer window(int number) {
        long from = (long) number << WINDOW_BITS;
        long count = Math.min(WINDOW, length - from);
        Pointer at = new Address(pointer.address() + from * dtype.bytes());
        return new BytePointer(at)
                .capacity(count * dtype.bytes())
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
    }

    private DataBuffer buffer() {
        return switch (dtype) {
            case FLOAT32 -> Nd4j.createBuffer(new FloatPointer(pointer).capacity(length), length, DataType.FLOAT);
            case FLOAT64 -> Nd4j.createBuffer(new DoublePointer(pointer).capacity(length), length, DataType.DOUBLE);
            case INT32 -> Nd4j.createBuffer(new IntPointer(pointer).capacity(length), length, DataType.INT32);
        };
    }

    /** An address that frees nothing when it becomes unreachable. */
    private static final class Address extends Pointer {
        Address(long value) {
            address = value;
        }
    }
}
