package jimu.engine.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.StringJoiner;
import jimu.engine.shape.TensorShape;

/**
 * One array in NumPy's npy format (numpy.org/doc/stable/reference/generated/numpy.lib.format.html), versions 1 to 3.
 *
 * <p>Reads float32, float64, bool and the signed and unsigned integers of up to 32 bits, besides int64, in either byte order and
 * C order; writes float32. A reader of its own, since ND4J's trusts the sizes in the header.
 */
public final class Npy {
    private static final int ALIGNMENT = 64;

    private Npy() {}

    /** Reads an array; small integers and bools become I32, uint32 becomes I64. */
    public static NumberArray read(Path file) throws FileException {
        try (FileChannel channel = FileChannel.open(file)) {
            NpyHeader header = NpyHeader.read(file, channel);
            return header.type().read(channel, header.shape(), header.order());
        } catch (IOException e) {
            throw FileException.reading(file, e);
        }
    }

    /** Writes an array of float32. */
    public static void write(Path file, TensorShape shape, float[] values) throws FileException {
        NumberArray array = NumberArray.of(shape, values);
        AtomicFile.write(file, out -> {
            writeHeader(out, shape);
            NumberBytes.write(out, array);
        });
    }

    private static void writeHeader(OutputStream out, TensorShape shape) throws IOException {
        StringJoiner sizes = new StringJoiner(", ", "(", shape.rank() == 1 ? ",)" : ")");
        for (long size : shape.sizes()) {
            sizes.add(Long.toString(size));
        }
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': " + sizes + ", }";
        int prefix = NpyHeader.MAGIC.length + 4;
        int total = (prefix + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        header.put(NpyHeader.MAGIC).put((byte) 1).put((byte) 0).putShort((short) (total - prefix));
        header.put((text + " ".repeat(total - prefix - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
        out.write(header.array());
    }
}
