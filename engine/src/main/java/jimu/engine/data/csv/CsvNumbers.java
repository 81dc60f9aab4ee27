package jimu.engine.data.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jimu.engine.data.DataException;

/** Reads columns of numbers in which cells may be empty. */
public final class CsvNumbers {
    private static final int ROWS = 1024;

    private CsvNumbers() {}

    /** The named columns of a file with a header, each with a number a row; NaN for an empty cell. */
    public static float[][] read(Path file, List<String> names) throws DataException {
        try (CsvReader in = new CsvReader(file)) {
            long size = Files.size(file);
            if (size > CsvTable.LIMIT) {
                throw new DataException("csv.large", file, size >> 20, CsvTable.LIMIT >> 20);
            }
            List<String> header = in.row().stream().map(String::strip).toList();
            if (header.isEmpty()) {
                throw new DataException("csv.empty", file);
            }
            int[] wanted = new int[names.size()];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = CsvLayout.column(file, header, names.get(i));
            }
            float[][] columns = new float[wanted.length][ROWS];
            int rows = 0;
            for (List<String> row = in.row(); !row.isEmpty(); row = in.row()) {
                if (row.size() != header.size()) {
                    throw new DataException("csv.width", file, in.line(), header.size(), row.size());
                }
                for (int i = 0; i < wanted.length; i++) {
                    if (rows == columns[i].length) {
                        columns[i] = Arrays.copyOf(columns[i], 2 * rows);
                    }
                    columns[i][rows] = number(
                            file, in.line(), names.get(i), row.get(wanted[i]).strip());
                }
                rows++;
            }
            if (rows == 0) {
                throw new DataException("csv.norows", file);
            }
            for (int i = 0; i < wanted.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], rows);
            }
            return columns;
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
    }

    private static float number(Path file, long line, String column, String cell) throws DataException {
        if (cell.isEmpty()) {
            return Float.NaN;
        }
        Optional<Float> number = CsvLayout.number(cell);
        if (number.isEmpty()) {
            throw new DataException("csv.number", file, line, column, cell);
        }
        return number.get();
    }
}
