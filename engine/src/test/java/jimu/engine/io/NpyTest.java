package jimu.engine.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jimu.engine.shape.TensorShape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("x.npy");
    }

    @Test
    void comesBackAsItWasWritten() throws Exception {
        for (TensorShape shape : new TensorShape[] {
            TensorShape.SCALAR, TensorShape.of(3), TensorShape.of(2, 3), TensorShape.of(0, 3), TensorShape.of(300, 100)
        }) {
            float[] values = new float[(int) shape.elements(1)];
            for (int i = 0; i < values.length; i++) {
                values[i] = i - 1.5f;
            }
            Npy.write(file, shape, values);
            assertEquals(NumberArray.of(shape, values), Npy.read(file));
        }
    }

    @Test
    void headerIsThatOfNumPy() throws Exception {
        Npy.write(file, TensorShape.of(3), new float[3]);
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(128 + 12, bytes.length);
        String header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
        assertEquals("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }", header.strip());
        assertEquals('\n', header.charAt(117));
        assertArrayEquals(
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0}, java.util.Arrays.copyOf(bytes, 10));
    }

    @ParameterizedTest
    @CsvSource({
        "<f4, 0000803f000000c0, 1, -2",
        ">f4, 3f800000c0000000, 1, -2",
        "<f8, 000000000000f03f00000000000000c0, 1, -2",
        "|i1, 01fe, 1, -2",
        "|u1, 01fe, 1, 254",
        "|b1, 0002, 0, 1",
        "<i2, 0100feff, 1, -2",
        "<u2, 0100feff, 1, 65534",
        ">i2, 0001fffe, 1, -2",
        "<i4, 01000000feffffff, 1, -2",
        "<u4, 01000000feffffff, 1, 4294967294",
        "<i8, 0100000000000000feffffffffffffff, 1, -2"
    })
    void numbersOfManyTypesAreRead(String type, String hex, double first, double second) throws Exception {
        write(
                1,
                "{'descr': '" + type + "', 'fortran_order': False, 'shape': (2,), }",
                java.util.HexFormat.of().parseHex(hex));
        assertArrayEquals(new double[] {first, second}, Npy.read(file).doubles());
    }

    @Test
    void laterVersionsAndOtherKeyOrdersAreRead() throws Exception {
        write(3, "{'shape': (1, 2), 'fortran_order': False, 'descr': '|u1'}\n", new byte[] {1, 2});
        assertEquals(NumberArray.of(TensorShape.of(1, 2), new int[] {1, 2}), Npy.read(file));
        write(2, "{'descr': '|u1', 'fortran_order': True, 'shape': (2,), }", new byte[] {1, 2});
        assertEquals(NumberArray.of(TensorShape.of(2), new int[] {1, 2}), Npy.read(file));
    }

    @Test
    void whatCannotBeReadIsSaidInASentence() throws Exception {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1), }";
        write(1, header, new byte[7]);
        assertTrue(failure().endsWith("is damaged: an array 2 × 1 takes 8 bytes, but 7 are there."));
        write(1, header, new byte[9]);
        assertTrue(failure().endsWith("is damaged: an array 2 × 1 takes 8 bytes, but 9 are there."));
        write(1, header.replace("(2, 1)", "(4000000000, 4000000000, 0)"), new byte[0]);
        assertTrue(failure().contains("which is larger than can be read"));
        write(1, header.replace("False", "True"), new byte[8]);
        assertTrue(failure().contains("is in Fortran order"));
        write(1, header.replace("<f4", "|O"), new byte[8]);
        assertTrue(failure().contains("holds numbers of type |O"));
        write(1, header.replace("<f4", "<f2"), new byte[4]);
        assertTrue(failure().contains("holds numbers of type <f2"));
        write(1, header.replace("(2, 1)", "(2 1)"), new byte[8]);
        assertTrue(failure().contains("its header must give descr, fortran_order and shape"));
        write(1, header.replace("}", "'more': 1}"), new byte[8]);
        assertTrue(failure().contains("its header must give"));
        write(4, header, new byte[8]);
        assertTrue(failure().contains("of version 4"));
        Files.write(file, new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, -1, 0});
        assertTrue(failure().contains("its header would have 4294967295 bytes where at most 1 are possible"));
        Files.writeString(file, "PK");
        assertTrue(failure().contains("is not an npy file"));
    }

    @Test
    void damagedFilesAreReadOrRefused() throws Exception {
        Npy.write(file, TensorShape.of(2, 3), new float[6]);
        int refused = Damage.refusals(file, 2000, Npy::read);
        assertTrue(refused > 700, refused + " of 2000 were refused");
    }

    private void write(int version, String header, byte[] data) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(12 + header.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(NpyHeader.MAGIC).put((byte) version).put((byte) 0);
        if (version == 1) {
            bytes.putShort((short) header.length());
        } else {
            bytes.putInt(header.length());
        }
        bytes.put(header.getBytes(StandardCharsets.US_ASCII)).put(data);
        Files.write(file, java.util.Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private String failure() {
        return String.valueOf(
                assertThrows(FileException.class, () -> Npy.read(file)).getMessage());
    }
}
