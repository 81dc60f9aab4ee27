package jimu.engine.data.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import jimu.engine.data.DataException;
import jimu.engine.data.Field;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("t.csv");
    }

    @Test
    void allOtherNumericColumnsAreFeatures() throws Exception {
        write("a,name,b,kind\n1,x,-2.5e1,dog\n3,y,4,cat\n5,z,6,dog\n");
        CsvTable table = CsvTable.ofClasses(file, List.of(), "kind");
        assertEquals("t.csv", table.name());
        assertEquals(3, table.size());
        assertEquals(new Field("features", TensorType.float32(2), List.of()), table.field("features"));
        assertEquals(List.of("dog", "cat"), table.field("label").classes());
        assertArrayEquals(new float[] {1, -25, 3, 4, 5, 6}, floats(table, "features", 2));
        assertArrayEquals(new int[] {0, 1, 0}, labels(table));
    }

    @Test
    void chosenColumnsComeInTheirOrder() throws Exception {
        write("a,b,c\n1,2,3\n4,5,6\n");
        CsvTable table = CsvTable.ofNumbers(file, List.of("c", "a"), "b");
        assertArrayEquals(new float[] {3, 1, 6, 4}, floats(table, "features", 2));
        assertArrayEquals(new float[] {2, 5}, floats(table, "target", 1));
        assertEquals(new Field("target", TensorType.float32(1), List.of()), table.field("target"));
    }

    @Test
    void numericClassesAreSortedByValue() throws Exception {
        write("a,y\n1,10\n1,9\n1,-1\n");
        CsvTable table = CsvTable.ofClasses(file, List.of(), "y");
        assertEquals(List.of("-1", "9", "10"), table.field("label").classes());
        assertArrayEquals(new int[] {2, 1, 0}, labels(table));
    }

    @Test
    void quotesLineBreaksAndTheByteOrderMarkFollowTheStandard() throws Exception {
        write("\uFEFFa,\"the \"\"kind\"\", here\"\r\n1,\"x,\r\ny\"\r\n\r\n2,\"\"\"\"");
        CsvTable table = CsvTable.ofClasses(file, List.of(), "the \"kind\", here");
        assertEquals(List.of("x,\r\ny", "\""), table.field("label").classes());
    }

    @Test
    void badCellsAreNamedByLineAndColumn() throws Exception {
        write("a,b,y\n1,2,u\n3,,v\n");
        assertEquals(
                "\"" + file + "\", line 3: the cell of column \"b\" is empty; fill it in, remove the line, or leave the"
                        + " column out.",
                failure(List.of()));
        write("a,b,y\n1,2,u\n\n\"3\n\",NaN,v\n");
        assertEquals(
                "\"" + file + "\", line 4: the cell of column \"b\" holds \"NaN\" where a number was expected.",
                failure(List.of()));
        write("a,b,y\n1,2,u\n1,1e99,v\n");
        assertTrue(failure(List.of()).contains("line 3: the cell of column \"b\" holds \"1e99\""));
        write("a,b,y\n1,2,u\n1,2\n");
        assertTrue(failure(List.of()).endsWith("line 3: 3 cells were expected, as in the header, and 2 were found."));
        write("a,b,y\n1,2,\n");
        assertTrue(failure(List.of()).contains("line 2: the cell of column \"y\" is empty"));
    }

    @Test
    void badTablesAreRefusedWithASentence() throws Exception {
        write("");
        assertTrue(failure(List.of()).contains("is empty"));
        write("a,y\n");
        assertTrue(failure(List.of()).endsWith("has a header but no rows."));
        write("a,b\n1,2\n");
        assertTrue(failure(List.of()).endsWith("has no column \"y\"; its columns are a, b."));
        write("a,a,y\n1,2,3\n");
        assertTrue(failure(List.of()).contains("has two columns called \"a\""));
        write("a,y\nu,v\n");
        assertTrue(failure(List.of()).contains("has no column of numbers besides \"y\""));
        write("a,y\n1,2\n");
        assertTrue(failure(List.of("y")).contains("the column \"y\" is to be predicted"));
        write("a,y\n1,\"2\n");
        assertTrue(failure(List.of()).contains("line 2: a quotation mark opens a cell and none closes it"));
        write("a,y\n1,2\"3\n");
        assertTrue(failure(List.of()).contains("line 2: a quotation mark stands inside a cell"));
        Files.write(file, new byte[] {'a', ',', 'y', '\n', (byte) 0xff, ',', '1'});
        assertTrue(failure(List.of()).contains("is not UTF-8 text"));
    }

    @Test
    void damagedFilesNeverCauseAnotherException() throws Exception {
        byte[] whole = "a,b,y\r\n1,2.5,\"x \"\"1\"\"\"\r\n-3e2,4,\"y\r\n\"\r\n".getBytes(StandardCharsets.UTF_8);
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = whole.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
            try {
                CsvTable.ofClasses(file, List.of(), "y");
            } catch (DataException e) {
                refused++;
            }
        }
        assertTrue(refused > 1000, refused + " of 2000 were refused");
    }

    private String failure(List<String> features) {
        return String.valueOf(assertThrows(DataException.class, () -> CsvTable.ofClasses(file, features, "y"))
                .getMessage());
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    private static float[] floats(CsvTable table, String field, int columns) {
        float[] values = new float[table.size() * columns];
        for (int i = 0; i < table.size(); i++) {
            table.copy(field, i, values, i * columns);
        }
        return values;
    }

    private static int[] labels(CsvTable table) {
        int[] labels = new int[table.size()];
        for (int i = 0; i < labels.length; i++) {
            table.copy("label", i, labels, i);
        }
        return labels;
    }
}
