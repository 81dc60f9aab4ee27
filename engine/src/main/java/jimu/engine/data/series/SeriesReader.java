package jimu.engine.data.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jimu.engine.data.Affine;
import jimu.engine.data.DataException;
import jimu.engine.data.Splits;
import jimu.engine.data.csv.CsvNumbers;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.message.Messages;

/**
 * Reads a series and cuts windows out of it.
 *
 * <p>Training, validation and test part follow each other in time. No window spans two of them, gaps are filled from within a part,
 * and the scale is measured on the training part: nothing is known before its time.
 *
 * @param parts the windows of each part
 * @param scales what standardises both fields, as measured on the training part; the target's is the same wherever it stands
 */
public record SeriesReader(Splits parts, Map<String, Affine> scales) {
    /** Reads a file as settings say. */
    public static SeriesReader read(Path file, DataSource.Series source, DataSettings settings) throws DataException {
        List<String> features = source.features().isEmpty() ? List.of(source.target()) : source.features();
        List<String> names = new ArrayList<>(features);
        names.add(source.target());
        float[][] columns = CsvNumbers.read(file, names);
        int rows = columns[0].length;
        int test = rows - (int) Math.round(rows * settings.testFraction());
        int validation = test - (int) Math.round(test * settings.validationFraction());
        for (int i = 0; i < columns.length; i++) {
            float[] column = columns[i];
            if (IntStream.range(0, validation).allMatch(row -> Float.isNaN(column[row]))) {
                throw new DataException("series.blank", file, names.get(i));
            }
        }
        Affine targetScale = Affine.standardizing(new float[][] {columns[features.size()]}, 0, validation);
        Affine scale = Affine.standardizing(Arrays.copyOf(columns, features.size()), 0, validation);
        int[] bounds = {0, validation, test, rows};
        if (source.gaps() == DataSource.Gaps.INTERPOLATE) {
            for (float[] column : columns) {
                for (int part = 0; part < 3; part++) {
                    interpolate(column, bounds[part], bounds[part + 1]);
                }
            }
        }
        Series series = new Series(
                String.valueOf(file.getFileName()),
                Arrays.copyOf(columns, features.size()),
                columns[features.size()],
                validation,
                test);
        return new SeriesReader(
                new Splits(
                        windows(file, source, series, 0, validation, "training"),
                        windows(file, source, series, validation, test, "validation"),
                        windows(file, source, series, test, rows, "test")),
                Map.of(WindowedSeries.SEQUENCE, scale, WindowedSeries.NEXT, targetScale));
    }

    /** Fills gaps between two numbers with the straight line; gaps at the ends stay. */
    private static void interpolate(float[] column, int from, int to) {
        int before = -1;
        for (int row = from; row < to; row++) {
            if (Float.isNaN(column[row])) {
                continue;
            }
            for (int gap = before + 1; before >= 0 && gap < row; gap++) {
                double share = (double) (gap - before) / (row - before);
                column[gap] = (float) (column[before] + share * ((double) column[row] - column[before]));
            }
            before = row;
        }
    }

    private static WindowedSeries windows(
            Path file, DataSource.Series source, Series series, int from, int to, String part) throws DataException {
        long wanted = (long) source.window() + source.horizon();
        String name = Messages.text("data.part." + part);
        if (to - from < wanted) {
            if (to > from || from == 0) {
                throw new DataException("series.short", file, name, to - from, wanted);
            }
            return new WindowedSeries(series, new int[0], source.window(), source.horizon());
        }
        int needed = (int) wanted;
        int stride = Math.min(source.stride(), to - from);
        int[] stepGaps = gapsBefore(series.features());
        int[] targetGaps = gapsBefore(new float[][] {series.target()});
        int[] starts = IntStream.iterate(from, start -> start <= to - needed, start -> start + stride)
                .filter(start -> stepGaps[start + source.window()] == stepGaps[start])
                .filter(start -> targetGaps[start + needed] == targetGaps[start + source.window()])
                .toArray();
        if (starts.length == 0) {
            throw new DataException("series.gaps", file, name, needed);
        }
        return new WindowedSeries(series, starts, source.window(), source.horizon());
    }

    /** How many rows before each have a gap. */
    private static int[] gapsBefore(float[][] columns) {
        int rows = columns[0].length;
        int[] counts = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            int gap = 0;
            for (float[] column : columns) {
                gap = Float.isNaN(column[row]) ? 1 : gap;
            }
            counts[row + 1] = counts[row] + gap;
        }
        return counts;
    }
}
