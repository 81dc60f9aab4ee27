package jimu.engine.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.message.Messages;
import jimu.engine.shape.TensorShape;

/**
 * What a safetensors file says of its arrays, found to agree with its length.
 *
 * @param metadata the texts
 * @param entries the arrays by name, in the order of their numbers
 * @param dataStart where in the file the numbers begin
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, Entry> entries, long dataStart) {
    static final String METADATA = "__metadata__";

    private static final int LIMIT = 1 << 24;
    private static final int MAX_RANK = 32;

    /**
     * One array.
     *
     * @param type of its numbers
     * @param shape its sizes
     * @param begin where its numbers begin, after {@code dataStart}
     * @param end where they end
     */
    record Entry(NumberArray.Type type, TensorShape shape, long begin, long end) {}

    SafetensorsHeader {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    static SafetensorsHeader read(Path file, FileChannel channel) throws IOException, FileException {
        long fileLength = channel.size();
        if (fileLength < Long.BYTES) {
            throw FileException.of("safetensors.short", file, fileLength);
        }
        long length = ByteBuffer.wrap(NumberBytes.read(channel, Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (length < 2 || length > LIMIT || length > fileLength - Long.BYTES) {
            throw FileException.of(
                    "safetensors.header",
                    file,
                    Long.toUnsignedString(length),
                    Math.min(LIMIT, fileLength - Long.BYTES));
        }
        JsonNode root = Json.parse(file, NumberBytes.read(channel, (int) length));
        if (!root.isObject()) {
            throw bad(file, Messages.text("io.place.root"), Messages.text("io.expected.object"), root);
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            if (entry.getKey().equals(METADATA)) {
                readMetadata(file, entry.getValue(), metadata);
            } else {
                entries.put(entry.getKey(), entry(file, entry.getKey(), entry.getValue()));
            }
        }
        long dataStart = Long.BYTES + length;
        return new SafetensorsHeader(metadata, tiled(file, entries, fileLength - dataStart), dataStart);
    }

    private static void readMetadata(Path file, JsonNode node, Map<String, String> metadata) throws FileException {
        if (!node.isObject()) {
            throw bad(file, METADATA, Messages.text("io.expected.object"), node);
        }
        for (Map.Entry<String, JsonNode> text : node.properties()) {
            if (!text.getValue().isTextual()) {
                throw bad(file, METADATA + "." + text.getKey(), Messages.text("io.expected.text"), text.getValue());
            }
            metadata.put(text.getKey(), text.getValue().textValue());
        }
    }

    private static Entry entry(Path file, String name, JsonNode node) throws FileException {
        JsonNode dtype = node.path("dtype");
        Optional<NumberArray.Type> type = Arrays.stream(NumberArray.Type.values())
                .filter(one -> one.name().equals(dtype.textValue()))
                .findFirst();
        if (type.isEmpty()) {
            throw bad(file, name + ".dtype", Messages.text("io.expected.dtype"), dtype);
        }
        JsonNode sizes = node.path("shape");
        if (!sizes.isArray() || sizes.size() > MAX_RANK) {
            throw bad(file, name + ".shape", Messages.text("io.expected.sizes", MAX_RANK), sizes);
        }
        long[] shape = new long[sizes.size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = natural(file, name + ".shape", sizes.path(i));
        }
        if (NumberBytes.elements(shape) > NumberBytes.MAX_LENGTH) {
            throw FileException.of("safetensors.large", file, name);
        }
        long bytes = TensorShape.of(shape).elements(1) * type.get().bytes();
        JsonNode offsets = node.path("data_offsets");
        long begin = natural(file, name + ".data_offsets", offsets.path(0));
        long end = natural(file, name + ".data_offsets", offsets.path(1));
        if (offsets.size() != 2 || end < begin || end - begin != bytes) {
            throw bad(file, name + ".data_offsets", Messages.text("io.expected.range", bytes), offsets);
        }
        return new Entry(type.get(), TensorShape.of(shape), begin, end);
    }

    private static Map<String, Entry> tiled(Path file, Map<String, Entry> entries, long data) throws FileException {
        List<Map.Entry<String, Entry>> ordered = new ArrayList<>(entries.entrySet());
        ordered.sort(Comparator.comparingLong(
                        (Map.Entry<String, Entry> entry) -> entry.getValue().begin())
                .thenComparingLong(entry -> entry.getValue().end()));
        Map<String, Entry> tiles = new LinkedHashMap<>();
        long end = 0;
        for (Map.Entry<String, Entry> entry : ordered) {
            if (entry.getValue().begin() != end) {
                throw FileException.of(
                        "safetensors.gap",
                        file,
                        entry.getKey(),
                        end,
                        entry.getValue().begin());
            }
            end = entry.getValue().end();
            tiles.put(entry.getKey(), entry.getValue());
        }
        if (end != data) {
            throw FileException.of("safetensors.length", file, end, data);
        }
        return tiles;
    }

    private static long natural(Path file, String place, JsonNode node) throws FileException {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw bad(file, place, Messages.text("io.expected.natural"), node);
        }
        return node.longValue();
    }

    private static FileException bad(Path file, String place, String expected, JsonNode found) {
        return FileException.of("value", file, place, expected, Json.brief(found));
    }
}
