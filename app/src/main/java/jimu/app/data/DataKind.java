package jimu.app.data;

import java.util.List;
import java.util.Optional;
import jimu.engine.data.csv.CsvColumn;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.DataSource.CsvFile;
import jimu.engine.graph.DataSource.Series;
import jimu.engine.graph.Sampling;
import jimu.engine.graph.TargetKind;
import jimu.engine.shape.IntPair;

/** What the rows of a CSV file are. */
enum DataKind {
    /** Samples of numbers. */
    TABLE,
    /** Samples that are pictures, a pixel a column. */
    PICTURES,
    /** Steps in time. */
    SERIES;

    /** What a source takes the rows for; a table if it is no CSV file. */
    static DataKind of(DataSource source) {
        if (source instanceof Series) {
            return SERIES;
        }
        return source instanceof CsvFile csv && csv.picture().isPresent() ? PICTURES : TABLE;
    }

    /** The settings that take the rows for this. */
    DataSettings of(DataSettings settings, DataSource source, List<CsvColumn> columns) {
        if (this == SERIES) {
            return settings.withSource(new Series(source.path(), lastNumeric(source, columns)))
                    .withSampling(Sampling.SINGLE);
        }
        CsvFile table = source instanceof CsvFile csv ? csv : table(source.path(), columns);
        return settings.withSource(
                table.withPicture(this == TABLE ? Optional.empty() : Optional.of(square(table, columns))));
    }

    /** A table whose last column is the target. */
    static CsvFile table(String path, List<CsvColumn> columns) {
        CsvColumn target = columns.get(columns.size() - 1);
        TargetKind kind = target.numeric() ? TargetKind.NUMBER : TargetKind.CLASS;
        return new CsvFile(path, List.of(), target.name(), kind);
    }

    private static String lastNumeric(DataSource source, List<CsvColumn> columns) {
        return columns.stream()
                .filter(CsvColumn::numeric)
                .reduce((first, second) -> second)
                .map(CsvColumn::name)
                .orElse(source instanceof CsvFile csv ? csv.target() : "");
    }

    /** The square of as many pixels as there are features, or else a single row of them. */
    private static IntPair square(CsvFile table, List<CsvColumn> columns) {
        int features = table.features().isEmpty()
                ? (int) columns.stream()
                        .filter(column -> column.numeric() && !column.name().equals(table.target()))
                        .count()
                : table.features().size();
        int side = (int) Math.round(Math.sqrt(features));
        return side > 0 && side * side == features ? IntPair.of(side) : new IntPair(1, Math.max(1, features));
    }
}
