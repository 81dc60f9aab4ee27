package jimu.engine.data.csv;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.data.DataException;
import jimu.engine.data.Field;
import jimu.engine.shape.TensorType;

/** The second pass over a file: it fills arrays of the sizes that the first one found. */
final class CsvContent {
    private static final int LIMIT = 1 << 28;

    private final CsvLayout layout;
    private final float[] features;

    CsvContent(CsvLayout layout) throws DataException {
        this.layout = layout;
        long numbers = (long) layout.rows() * layout.features().size();
        if (numbers > LIMIT) {
            throw new DataException("csv.numbers", layout.file(), numbers, LIMIT);
        }
        features = new float[(int) numbers];
    }

    /** The table with a numeric target. */
    CsvTable measured() throws IOException, DataException {
        float[] targets = new float[layout.rows()];
        fill((row, cell, line) -> targets[row] = number(cell, layout.target(), line));
        Field target = new Field(CsvTable.TARGET, TensorType.float32(1), List.of());
        return table(target, targets, new int[0]);
    }

    /** The table with a target of two classes, as the number 0 or 1. */
    CsvTable binary() throws IOException, DataException {
        int[] labels = new int[layout.rows()];
        List<String> classes = classes(labels);
        if (classes.size() != 2) {
            throw new DataException("csv.binary", layout.file(), layout.header().get(layout.target()), classes.size());
        }
        float[] targets = new float[labels.length];
        for (int row = 0; row < labels.length; row++) {
            targets[row] = labels[row];
        }
        return table(new Field(CsvTable.TARGET, TensorType.float32(1), classes), targets, new int[0]);
    }

    /** The table with a target of classes. */
    CsvTable classified() throws IOException, DataException {
        int[] labels = new int[layout.rows()];
        List<String> classes = classes(labels);
        return table(new Field(CsvTable.LABEL, CsvTable.scalarClass(), classes), new float[0], labels);
    }

    /** Reads the numbers of the classes; returns their names. */
    private List<String> classes(int[] labels) throws IOException, DataException {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        fill((row, cell, line) -> {
            if (cell.isEmpty()) {
                throw missing(layout.target(), line);
            }
            labels[row] = numbers.computeIfAbsent(cell, key -> numbers.size());
        });
        List<String> appeared = List.copyOf(numbers.keySet());
        List<String> classes = inOrder(appeared);
        for (int i = 0; i < classes.size(); i++) {
            numbers.put(classes.get(i), i);
        }
        for (int row = 0; row < labels.length; row++) {
            labels[row] = numbers.getOrDefault(appeared.get(labels[row]), 0);
        }
        return classes;
    }

    private static List<String> inOrder(List<String> classes) {
        List<Float> numbers = classes.stream()
                .map(CsvLayout::number)
                .flatMap(Optional::stream)
                .toList();
        if (numbers.size() < classes.size()) {
            return classes;
        }
        return classes.stream().sorted(Comparator.comparing(Float::parseFloat)).toList();
    }

    private CsvTable table(Field target, float[] numbers, int[] classes) {
        Field inputs = new Field(
                CsvTable.FEATURES, TensorType.float32(layout.features().size()), List.of());
        String name = String.valueOf(layout.file().getFileName());
        return new CsvTable(name, List.of(inputs, target), features, numbers, classes);
    }

    private interface TargetCell {
        void take(int row, String cell, long line) throws DataException;
    }

    private void fill(TargetCell target) throws IOException, DataException {
        try (CsvReader in = new CsvReader(layout.file())) {
            in.row();
            int at = 0;
            for (int row = 0; row < layout.rows(); row++) {
                List<String> cells = in.row();
                if (cells.size() != layout.header().size()) {
                    throw new DataException(
                            "csv.width",
                            layout.file(),
                            in.line(),
                            layout.header().size(),
                            cells.size());
                }
                for (int column : layout.features()) {
                    features[at++] = number(cells.get(column).strip(), column, in.line());
                }
                target.take(row, cells.get(layout.target()).strip(), in.line());
            }
        }
    }

    private float number(String cell, int column, long line) throws DataException {
        if (cell.isEmpty()) {
            throw missing(column, line);
        }
        Optional<Float> number = CsvLayout.number(cell);
        if (number.isEmpty()) {
            throw new DataException(
                    "csv.number", layout.file(), line, layout.header().get(column), cell);
        }
        return number.get();
    }

    private DataException missing(int column, long line) {
        return new DataException(
                "csv.missing", layout.file(), line, layout.header().get(column));
    }
}
