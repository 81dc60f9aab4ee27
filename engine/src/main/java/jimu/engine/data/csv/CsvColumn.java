package jimu.engine.data.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jimu.engine.data.DataException;

/**
 * A column of a file that was not read as a whole yet.
 *
 * @param name as the header has it
 * @param numeric whether its first cell that is not empty holds a number
 */
public record CsvColumn(String name, boolean numeric) {
    private static final int ROWS = 100;

    /** The columns of a file, judged by its first rows. */
    public static List<CsvColumn> read(Path file) throws DataException {
        try (CsvReader in = new CsvReader(file)) {
            List<String> header = in.row();
            if (header.isEmpty()) {
                throw new DataException("csv.empty", file);
            }
            String[] cells = new String[header.size()];
            Arrays.fill(cells, "");
            List<String> row = in.row();
            for (int count = 0; count < ROWS && !row.isEmpty(); count++) {
                for (int i = 0; i < Math.min(cells.length, row.size()); i++) {
                    cells[i] = cells[i].isEmpty() ? row.get(i).strip() : cells[i];
                }
                row = in.row();
            }
            List<CsvColumn> columns = new ArrayList<>();
            for (int i = 0; i < cells.length; i++) {
                columns.add(new CsvColumn(
                        header.get(i).strip(), CsvLayout.number(cells[i]).isPresent()));
            }
            return columns;
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
    }
}
