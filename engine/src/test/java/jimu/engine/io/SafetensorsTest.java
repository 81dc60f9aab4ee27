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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("w.safetensors");
    }

    @Test
    void everyTypeComesBackAsItWasWritten() throws Exception {
        Map<String, NumberArray> arrays = example();
        Map<String, String> metadata = Map.of("jimu.preprocessing", "{\"image\": \"ünïcode\"}");
        Safetensors.write(file, metadata, arrays);
        try (Safetensors read = Safetensors.open(file)) {
            assertEquals(metadata, read.metadata());
            assertEquals(List.of("doubles", "longs", "conv1.weight", "ints", "scalar", "none"), read.names());
            for (Map.Entry<String, NumberArray> entry : arrays.entrySet()) {
                assertEquals(entry.getValue(), read.read(entry.getKey()));
                assertEquals(entry.getValue().shape(), read.shape(entry.getKey()));
            }
            assertThrows(IllegalArgumentException.class, () -> read.read("absent"));
        }
    }

    @Test
    void numbersAreAlignedAndLittleEndian() throws Exception {
        Safetensors.write(file, Map.of(), Map.of("x", NumberArray.of(TensorShape.of(1), new float[] {1})));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) bytes.getLong();
        assertEquals(0, header % 8);
        byte[] text = new byte[header];
        bytes.get(text);
        assertEquals(
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                new String(text, StandardCharsets.UTF_8).strip());
        assertEquals(1, bytes.getFloat());
        assertEquals(0, bytes.remaining());
    }

    @Test
    void manyNumbersPassThroughTheBufferInPieces() throws Exception {
        float[] values = new float[100_003];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.5f;
        }
        Safetensors.write(file, Map.of(), Map.of("x", NumberArray.of(TensorShape.of(values.length), values)));
        try (Safetensors read = Safetensors.open(file)) {
            assertArrayEquals(values, read.read("x").floats());
        }
    }

    @Test
    void aTensorIsWrittenWithoutACopyOfItsOwn() throws Exception {
        float[] values = new float[100_003];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.5f;
        }
        try (Memory memory = new Memory()) {
            Tensor tensor = memory.allocate(DType.FLOAT32, values.length);
            tensor.write(0, values, 0, values.length);
            Safetensors.write(file, Map.of(), Map.of("x", NumberArray.of(TensorShape.of(values.length), tensor)));
        }
        try (Safetensors read = Safetensors.open(file)) {
            assertEquals(NumberArray.of(TensorShape.of(values.length), values), read.read("x"));
        }
    }

    @Test
    void headersThatLieAreRefused() throws Exception {
        String x = "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        write(x, 8);
        Safetensors.open(file).close();
        write(x, 9);
        assertTrue(failure().endsWith("is damaged: its arrays take 8 bytes, but 9 are there."));
        write(x, 7);
        assertTrue(failure().endsWith("is damaged: its arrays take 8 bytes, but 7 are there."));
        write(x.replace("[0,8]", "[4,12]"), 12);
        assertTrue(failure().endsWith("the array \"x\" must begin at byte 0 of the data, but begins at 4."));
        write(x.replace("[0,8]", "[0,4]"), 8);
        assertTrue(failure().endsWith("x.data_offsets must be a range of 8 bytes, but is [0, 4]."));
        write(x.replace("[2]", "[9223372036854775807, 4, 4]"), 8);
        assertTrue(failure().endsWith("the array \"x\" has more numbers than can be read."));
        write(x.replace("[2]", "[9223372036854775807, 4, 0]"), 0);
        assertTrue(failure().endsWith("the array \"x\" has more numbers than can be read."));
        write(x.replace("[2]", "[-1]"), 8);
        assertTrue(failure().endsWith("x.shape must be whole numbers from 0 on, but is -1."));
        write(x.replace("F32", "BF16"), 8);
        assertTrue(failure().endsWith("x.dtype must be F32, F64, I32 or I64, but is \"BF16\"."));
        write("{\"__metadata__\":{\"a\":1}}", 0);
        assertTrue(failure().endsWith("__metadata__.a must be a text in quotation marks, but is 1."));
        write("{\"x\":1,\"x\":1}", 0);
        assertTrue(failure().contains("this is not JSON: Duplicate"));
        Files.write(
                file,
                ByteBuffer.allocate(16)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(-1)
                        .array());
        assertTrue(failure().contains("its header would have 18446744073709551615 bytes where at most 8 are possible"));
        Files.write(file, new byte[3]);
        assertTrue(failure().endsWith("is not a safetensors file: it has only 3 bytes."));
        Files.delete(file);
        assertEquals("There is no file \"" + file + "\".", failure());
    }

    @Test
    void damagedFilesAreReadOrRefused() throws Exception {
        Safetensors.write(file, Map.of("a", "b"), example());
        int refused = Damage.refusals(file, 2000, damaged -> {
            try (Safetensors read = Safetensors.open(damaged)) {
                for (String name : read.names()) {
                    read.read(name);
                }
            }
        });
        assertTrue(refused > 1000, refused + " of 2000 were refused");
    }

    private static Map<String, NumberArray> example() {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        arrays.put("conv1.weight", NumberArray.of(TensorShape.of(2, 1, 1, 2), new float[] {1, -2.5f, Float.NaN, 0}));
        arrays.put("doubles", NumberArray.of(TensorShape.of(2), new double[] {Math.PI, 1e300}));
        arrays.put("ints", NumberArray.of(TensorShape.of(1, 2), new int[] {Integer.MIN_VALUE, 7}));
        arrays.put("longs", NumberArray.of(TensorShape.of(1), new long[] {Long.MIN_VALUE}));
        arrays.put("scalar", NumberArray.of(TensorShape.SCALAR, new float[] {3}));
        arrays.put("none", NumberArray.of(TensorShape.of(0, 5), new float[0]));
        return arrays;
    }

    private void write(String header, int data) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        Files.write(
                file,
                ByteBuffer.allocate(8 + text.length + data)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(text.length)
                        .put(text)
                        .array());
    }

    private String failure() {
        return String.valueOf(
                assertThrows(FileException.class, () -> Safetensors.open(file).close())
                        .getMessage());
    }
}
