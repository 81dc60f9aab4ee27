package jimu.engine.data.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.data.DataException;

/**
 * What a first pass finds out about a file: its columns, its number of rows, and which columns are wanted.
 *
 * @param file the file
 * @param header the names of its columns
 * @param rows the number of rows below the header, at least 1
 * @param features the positions of the columns that enter the network, at least one
 * @param target the position of the column to be predicted
 */
record CsvLayout(Path file, List<String> header, int rows, List<Integer> features, int target) {
    static CsvLayout of(Path file, List<String> features, String target) throws IOException, DataException {
        try (CsvReader in = new CsvReader(file)) {
            List<String> header = in.row().stream().map(String::strip).toList();
            if (header.isEmpty()) {
                throw new DataException("csv.empty", file);
            }
            Set<String> names = new HashSet<>();
            for (String name : header) {
                if (!names.add(name)) {
                    throw new DataException("csv.duplicate", file, name);
                }
            }
            int targetColumn = column(file, header, target);
            String[] samples = new String[header.size()];
            Arrays.fill(samples, "");
            int rows = 0;
            for (List<String> row = in.row(); !row.isEmpty(); row = in.row()) {
                if (row.size() != header.size()) {
                    throw new DataException("csv.width", file, in.line(), header.size(), row.size());
                }
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = samples[i].isEmpty() ? row.get(i).strip() : samples[i];
                }
                rows++;
            }
            if (rows == 0) {
                throw new DataException("csv.norows", file);
            }
            List<Integer> chosen = features.isEmpty()
                    ? numeric(file, header, samples, targetColumn)
                    : named(file, header, features, targetColumn);
            return new CsvLayout(file, header, rows, chosen, targetColumn);
        }
    }

    private static List<Integer> numeric(Path file, List<String> header, String[] samples, int target)
            throws DataException {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < samples.length; i++) {
            if (i != target && number(samples[i]).isPresent()) {
                columns.add(i);
            }
        }
        if (columns.isEmpty()) {
            throw new DataException("csv.nofeatures", file, header.get(target));
        }
        return columns;
    }

    private static List<Integer> named(Path file, List<String> header, List<String> features, int target)
            throws DataException {
        List<Integer> columns = new ArrayList<>();
        for (String name : features) {
            int column = column(file, header, name);
            if (column == target) {
                throw new DataException("csv.leak", file, name);
            }
            columns.add(column);
        }
        return columns;
    }

    static int column(Path file, List<String> header, String name) throws DataException {
        int column = header.indexOf(name.strip());
        if (column < 0) {
            throw new DataException("csv.column", file, name, String.join(", ", header));
        }
        return column;
    }

    /** The finite float32 number that a cell holds in decimal notation, if it does. */
    static Optional<Float> number(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Optional.empty();
            }
        }
        try {
            float number = Float.parseFloat(cell);
            return Float.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
