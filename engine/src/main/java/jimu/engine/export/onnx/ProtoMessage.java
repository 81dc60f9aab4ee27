package jimu.engine.export.onnx;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message in protobuf's wire format, put together field by field.
 *
 * <p>It knows its size before it is written, so nothing is copied to find it out; a message that has been put into another one
 * is no longer changed. {@link #size} counts in long: what exceeds protobuf's limit of 2³¹ − 1 bytes is for the caller to refuse.
 */
final class ProtoMessage {
    private interface Field {
        void writeTo(CodedOutputStream out) throws IOException;
    }

    private final List<Field> fields = new ArrayList<>();
    private long size;

    /** The bytes that the message takes, without a length before it. */
    long size() {
        return size;
    }

    /** Adds an integer. */
    ProtoMessage integer(int number, long value) {
        return add(CodedOutputStream.computeInt64Size(number, value), out -> out.writeInt64(number, value));
    }

    /** Adds a float32. */
    ProtoMessage number(int number, float value) {
        return add(CodedOutputStream.computeFloatSize(number, value), out -> out.writeFloat(number, value));
    }

    /** Adds a text. */
    ProtoMessage text(int number, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return add(CodedOutputStream.computeByteArraySize(number, bytes), out -> out.writeByteArray(number, bytes));
    }

    /** Adds a message. */
    ProtoMessage message(int number, ProtoMessage value) {
        return delimited(number, value.size, value::writeTo);
    }

    /** Adds the bytes of numbers, little-endian. */
    ProtoMessage raw(int number, float[] values) {
        return delimited(number, (long) values.length * Float.BYTES, out -> {
            for (float value : values) {
                out.writeFloatNoTag(value);
            }
        });
    }

    /** Adds the bytes of numbers, little-endian. */
    ProtoMessage raw(int number, long[] values) {
        return delimited(number, (long) values.length * Long.BYTES, out -> {
            for (long value : values) {
                out.writeFixed64NoTag(value);
            }
        });
    }

    /** Writes all fields in the order in which they were added. */
    void writeTo(CodedOutputStream out) throws IOException {
        for (Field field : fields) {
            field.writeTo(out);
        }
    }

    private ProtoMessage delimited(int number, long length, Field content) {
        long header =
                (long) CodedOutputStream.computeTagSize(number) + CodedOutputStream.computeUInt64SizeNoTag(length);
        return add(header + length, out -> {
            out.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeUInt64NoTag(length);
            content.writeTo(out);
        });
    }

    private ProtoMessage add(long bytes, Field field) {
        size += bytes;
        fields.add(field);
        return this;
    }
}
