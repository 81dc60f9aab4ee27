package jimu.engine.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jimu.engine.shape.TensorShape;

/**
 * A file of named arrays in the safetensors format, open for reading; arrays are read when they are asked for.
 *
 * <p>The format (huggingface.co/docs/safetensors): the header's length as a little-endian uint64, the header as JSON with each
 * array's dtype, shape and data_offsets beside a map of texts called {@code __metadata__}, then the numbers, little-endian and
 * row-major, without gaps. Of its types F32, F64, I32 and I64 are known here.
 */
public final class Safetensors implements Closeable {
    private static final int ALIGNMENT = 8;

    private final Path file;
    private final FileChannel channel;
    private final SafetensorsHeader header;

    private Safetensors(Path file, FileChannel channel, SafetensorsHeader header) {
        this.file = file;
        this.channel = channel;
        this.header = header;
    }

    /** Opens a file and checks its whole header against its length. */
    public static Safetensors open(Path file) throws FileException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file);
        } catch (IOException e) {
            throw FileException.reading(file, e);
        }
        try {
            return new Safetensors(file, channel, SafetensorsHeader.read(file, channel));
        } catch (IOException e) {
            close(channel);
            throw FileException.reading(file, e);
        } catch (FileException | RuntimeException e) {
            close(channel);
            throw e;
        }
    }

    /** The texts that the file holds beside the arrays. */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    /** The names of the arrays, in the order of their numbers. */
    public List<String> names() {
        return List.copyOf(header.entries().keySet());
    }

    /** The shape of an array. Throws IllegalArgumentException for a name that the file does not have. */
    public TensorShape shape(String name) {
        return entry(name).shape();
    }

    /** Reads an array. Throws IllegalArgumentException for a name that the file does not have. */
    public NumberArray read(String name) throws FileException {
        SafetensorsHeader.Entry entry = entry(name);
        try {
            channel.position(header.dataStart() + entry.begin());
            return NumberBytes.read(channel, entry.type(), entry.shape(), ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw FileException.reading(file, e);
        }
    }

    @Override
    public void close() {
        close(channel);
    }

    /** Writes arrays and texts; arrays of eight-byte numbers come first, so that all are aligned. */
    public static void write(Path file, Map<String, String> metadata, Map<String, NumberArray> arrays)
            throws FileException {
        List<Map.Entry<String, NumberArray>> ordered = new ArrayList<>(arrays.entrySet());
        ordered.sort(Comparator.comparing(entry -> -entry.getValue().type().bytes()));
        byte[] header = header(metadata, ordered);
        AtomicFile.write(file, out -> {
            out.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length)
                    .array());
            out.write(header);
            for (Map.Entry<String, NumberArray> entry : ordered) {
                NumberBytes.write(out, entry.getValue());
            }
        });
    }

    private static byte[] header(Map<String, String> metadata, List<Map.Entry<String, NumberArray>> arrays) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = root.putObject(SafetensorsHeader.METADATA);
            metadata.forEach(texts::put);
        }
        long offset = 0;
        for (Map.Entry<String, NumberArray> entry : arrays) {
            NumberArray array = entry.getValue();
            ObjectNode node = root.putObject(entry.getKey());
            node.put("dtype", array.type().name());
            ArrayNode shape = node.putArray("shape");
            for (long size : array.shape().sizes()) {
                shape.add(size);
            }
            long end = offset + (long) array.length() * array.type().bytes();
            node.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        String text = root.toString();
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        int padded = (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return (text + " ".repeat(padded - length)).getBytes(StandardCharsets.UTF_8);
    }

    private SafetensorsHeader.Entry entry(String name) {
        SafetensorsHeader.Entry entry = header.entries().get(name);
        if (entry == null) {
            throw new IllegalArgumentException(file + " has no array " + name);
        }
        return entry;
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written, so nothing is lost.
            return;
        }
    }
}
