package jimu.engine.data.idx;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import jimu.engine.data.DataException;
import jimu.engine.shape.TensorShape;

/**
 * The unsigned bytes of one IDX file, plain or packed with gzip.
 *
 * <p>The format (Y. LeCun's MNIST page): two zero bytes, a type code (8 for unsigned bytes), the number of axes, the size of each
 * axis as a big-endian int32, then the values in row-major order.
 */
final class IdxFile {
    private static final int UNSIGNED_BYTES = 8;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int LIMIT = 1 << 30;
    /** Deflate packs at most 1,032 bytes into one. */
    private static final long GZIP_RATIO = 1032;

    private final int[] sizes;
    private final byte[] values;

    private IdxFile(int[] sizes, byte[] values) {
        this.sizes = sizes;
        this.values = values;
    }

    /** Reads a file that must have {@code axes} axes, none of size 0. */
    static IdxFile read(Path file, int axes) throws DataException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long length = Files.size(file);
            raw.mark(2);
            boolean packed = (raw.read() << 8 | raw.read()) == GZIP_MAGIC;
            raw.reset();
            InputStream plain = packed ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
            return read(file, axes, new DataInputStream(plain), packed ? length * GZIP_RATIO : length);
        } catch (NoSuchFileException e) {
            throw new DataException("file.missing", file);
        } catch (EOFException e) {
            throw new DataException("idx.short", file);
        } catch (ZipException e) {
            throw new DataException("idx.gzip", file);
        } catch (IOException e) {
            throw new DataException("file.unreadable", file, reason(e));
        }
    }

    private static IdxFile read(Path file, int axes, DataInputStream in, long bound) throws IOException, DataException {
        int magic = in.readInt();
        if (magic != (UNSIGNED_BYTES << 8 | axes)) {
            throw new DataException("idx.magic", file, axes, String.format("%08x", magic));
        }
        int[] sizes = new int[axes];
        long elements = 1;
        for (int i = 0; i < axes; i++) {
            sizes[i] = in.readInt();
            if (sizes[i] <= 0) {
                throw new DataException("idx.size", file, sizes[i], i);
            }
            elements = sizes[i] > LIMIT / elements ? LIMIT + 1L : elements * sizes[i];
            if (elements > LIMIT) {
                throw new DataException("idx.large", file, LIMIT);
            }
        }
        long header = 4L * (axes + 1);
        if (elements > bound - header) {
            throw new DataException("idx.short", file);
        }
        byte[] values = new byte[(int) elements];
        in.readFully(values);
        if (in.read() >= 0) {
            throw new DataException("idx.long", file, shape(sizes));
        }
        return new IdxFile(sizes, values);
    }

    int size(int axis) {
        return sizes[axis];
    }

    byte[] values() {
        return values;
    }

    private static TensorShape shape(int[] sizes) {
        return TensorShape.of(java.util.Arrays.stream(sizes).asLongStream().toArray());
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
