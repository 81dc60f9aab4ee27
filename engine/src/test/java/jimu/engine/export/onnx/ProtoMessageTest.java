package jimu.engine.export.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Expected bytes are worked out by hand from protobuf.dev/programming-guides/encoding. */
class ProtoMessageTest {
    @Test
    void integersAreVarints() throws IOException {
        assertEquals("089601", bytes(new ProtoMessage().integer(1, 150)));
        assertEquals("a00101", bytes(new ProtoMessage().integer(20, 1)));
        assertEquals("08ffffffffffffffffff01", bytes(new ProtoMessage().integer(1, -1)));
    }

    @Test
    void textsAreUtf8WithTheirLength() throws IOException {
        assertEquals("1203c397" + "41", bytes(new ProtoMessage().text(2, "×A")));
    }

    @Test
    void numbersAreLittleEndian() throws IOException {
        assertEquals("150000803f", bytes(new ProtoMessage().number(2, 1)));
        assertEquals("4a080000803f000000c0", bytes(new ProtoMessage().raw(9, new float[] {1, -2})));
        assertEquals("4a08ffffffffffffffff", bytes(new ProtoMessage().raw(9, new long[] {-1})));
    }

    @Test
    void messagesStandInMessages() throws IOException {
        ProtoMessage inner = new ProtoMessage().integer(1, 150);
        assertEquals(
                "1a03089601" + "0805",
                bytes(new ProtoMessage().message(3, inner).integer(1, 5)));
    }

    @Test
    void sizesGoBeyondProtobufsLimit() {
        ProtoMessage big = new ProtoMessage();
        float[] block = new float[1 << 20];
        for (int i = 0; i < 1024; i++) {
            big.raw(9, block);
        }
        assertEquals(1024L * (1 + 4 + (4L << 20)), big.size());
    }

    private static String bytes(ProtoMessage message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CodedOutputStream coded = CodedOutputStream.newInstance(out);
        message.writeTo(coded);
        coded.flush();
        assertEquals(message.size(), out.size());
        return HexFormat.of().formatHex(out.toByteArray());
    }
}
