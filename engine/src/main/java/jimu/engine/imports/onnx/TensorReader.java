package jimu.engine.imports.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jimu.engine.io.FileException;
import jimu.engine.io.NumberArray;
import jimu.engine.message.Messages;
import jimu.engine.shape.TensorShape;

/**
 * Reads a TensorProto: as raw bytes, as lists of numbers, or from a file beside the model. Types of floating point become float32,
 * all others int64.
 *
 * <p>No array is allocated before as many bytes as it takes are known to be there.
 */
final class TensorReader {
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private final Path file;

    TensorReader(Path file) {
        this.file = file;
    }

    /** An array with its name. */
    record Named(String name, NumberArray array) {}

    /** Reads the message that the stream has come to. */
    Named read(CodedInputStream in) throws IOException, FileException {
        int outer = ModelReader.enter(in);
        String name = "";
        List<Long> sizes = new ArrayList<>();
        int type = 0;
        Numbers listed = new Numbers();
        byte[] raw = new byte[0];
        Map<String, String> outside = new HashMap<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            boolean packed = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> Packed.each(in, packed, () -> sizes.add(in.readInt64()));
                case 2 -> type = in.readInt32();
                case 4 -> Packed.each(in, packed, () -> listed.add(Float.floatToRawIntBits(in.readFloat())));
                case 5, 7, 11 -> Packed.each(in, packed, () -> listed.add(in.readInt64()));
                case 10 -> Packed.each(in, packed, () -> listed.add(Double.doubleToRawLongBits(in.readDouble())));
                case 8 -> name = in.readString();
                case 9 -> raw = in.readByteArray();
                case 13 -> {
                    Map.Entry<String, String> entry = entry(in);
                    outside.put(entry.getKey(), entry.getValue());
                }
                default -> ModelReader.skip(in, tag);
            }
        }
        in.popLimit(outer);
        ElementType element = ElementType.of(type).orElseThrow(unknown(name, type));
        int count = count(sizes, name);
        TensorShape shape =
                TensorShape.of(sizes.stream().mapToLong(Long::longValue).toArray());
        if (!outside.isEmpty()) {
            raw = outside(outside, (long) count * element.bytes(), name);
        }
        boolean bytes = raw.length > 0 || listed.count() == 0;
        if (bytes ? raw.length != (long) count * element.bytes() : listed.count() != count) {
            throw new InvalidProtocolBufferException("Not as many numbers as the shape says");
        }
        ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        return new Named(
                name, bytes ? element.array(shape, i -> element.bits(buffer, i)) : element.array(shape, listed::get));
    }

    private Supplier<FileException> unknown(String name, int type) {
        return () -> FileException.saying(Messages.text("import.onnx.type", file, name, type));
    }

    private int count(List<Long> sizes, String name) throws IOException, FileException {
        long count = 1;
        for (long size : sizes) {
            if (size < 0) {
                throw new InvalidProtocolBufferException("A size below 0");
            }
            count = size == 0 ? 0 : count > LARGEST / size ? Long.MAX_VALUE : count * size;
            if (count > LARGEST) {
                throw FileException.saying(Messages.text("import.onnx.large", file, name));
            }
        }
        return (int) count;
    }

    /** Bytes of a file beside the model, which may not lie elsewhere. */
    private byte[] outside(Map<String, String> place, long length, String name) throws IOException, FileException {
        String location = place.getOrDefault("location", "");
        Path folder = file.toAbsolutePath().resolveSibling("").normalize();
        Path beside = folder.resolve(location).normalize();
        if (location.isEmpty() || !beside.startsWith(folder)) {
            throw FileException.saying(Messages.text("import.onnx.outside", file, name, location));
        }
        long offset = number(place.getOrDefault("offset", "0"));
        try (FileChannel channel = FileChannel.open(beside)) {
            if (offset < 0 || length > LARGEST || offset > channel.size() - length) {
                throw FileException.saying(Messages.text("import.onnx.short", beside, name, length, offset));
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) length);
            int read = 0;
            while (read >= 0 && bytes.hasRemaining()) {
                read = channel.read(bytes, offset + bytes.position());
            }
            return bytes.array();
        } catch (NoSuchFileException e) {
            throw FileException.saying(Messages.text("import.onnx.beside", file, location));
        }
    }

    private static long number(String text) throws IOException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new InvalidProtocolBufferException(e);
        }
    }

    /** Reads a StringStringEntryProto. */
    static Map.Entry<String, String> entry(CodedInputStream in) throws IOException {
        int outer = ModelReader.enter(in);
        String key = "";
        String value = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> key = in.readString();
                case 2 -> value = in.readString();
                default -> ModelReader.skip(in, tag);
            }
        }
        in.popLimit(outer);
        return Map.entry(key, value);
    }

    /** Numbers as their bits, growing as they come. */
    private static final class Numbers {
        private long[] bits = new long[16];
        private int count;

        void add(long one) {
            if (count == bits.length) {
                bits = Arrays.copyOf(bits, 2 * count);
            }
            bits[count++] = one;
        }

        long get(int i) {
            return bits[i];
        }

        int count() {
            return count;
        }
    }
}
