package jimu.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jimu.engine.data.csv.CsvColumn;
import jimu.engine.data.csv.CsvTable;
import jimu.engine.data.idx.IdxFolder;
import jimu.engine.data.series.SeriesReader;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;

/** A validation set from a file of its own, whose classes are numbered as those of the training part are. */
final class ValidationSet implements Dataset {
    private final Dataset source;
    private final List<Field> fields;
    private final int[] classes;

    private ValidationSet(Dataset source, List<Field> fields, int[] classes) {
        this.source = source;
        this.fields = fields;
        this.classes = classes;
    }

    /**
     * Reads a file or folder as the training part's source was read; {@code wanted} are the fields of that.
     *
     * @throws DataException if it cannot be read, if its samples are of another shape, or if it has a class of its own
     */
    static Dataset read(Path path, DataSource source, DataSettings settings, List<Field> wanted) throws DataException {
        Dataset read = read(path, source, settings);
        for (int i = 0; i < wanted.size(); i++) {
            Field field = wanted.get(i);
            Field found = read.fields().get(i);
            if (!found.type().equals(field.type())) {
                throw new DataException(
                        "validation.shape",
                        path,
                        field.name(),
                        found.type().shape(),
                        field.type().shape());
            }
        }
        List<String> known =
                wanted.stream().flatMap(field -> field.classes().stream()).toList();
        List<Integer> numbers = new ArrayList<>();
        for (Field field : read.fields()) {
            for (String name : field.classes()) {
                if (!known.contains(name)) {
                    throw new DataException("validation.class", path, name, String.join(", ", known));
                }
                numbers.add(known.indexOf(name));
            }
        }
        return new ValidationSet(
                read, wanted, numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Dataset read(Path path, DataSource source, DataSettings settings) throws DataException {
        if (source instanceof DataSource.CsvFile csv) {
            return CsvTable.of(path, csv.features().isEmpty() ? csv.withFeatures(columns(csv)) : csv);
        } else if (source instanceof DataSource.Series series) {
            return SeriesReader.read(path, series, settings.withFractions(0, 0))
                    .parts()
                    .train();
        }
        return IdxFolder.read(path).training();
    }

    /** The columns that enter the network, by their names: in another file they may stand in another order. */
    private static List<String> columns(DataSource.CsvFile csv) throws DataException {
        return CsvColumn.read(Path.of(csv.path())).stream()
                .filter(column -> column.numeric() && !column.name().equals(csv.target()))
                .map(CsvColumn::name)
                .toList();
    }

    private boolean hasClasses(String field) {
        return !field(field).classes().isEmpty();
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public int inputs() {
        return source.inputs();
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public Map<Object, Long> arrays() {
        return source.arrays();
    }

    @Override
    public void copy(String field, int sample, float[] to, int at) {
        source.copy(field, sample, to, at);
        if (hasClasses(field)) {
            to[at] = classes[(int) to[at]];
        }
    }

    @Override
    public void copy(String field, int sample, int[] to, int at) {
        source.copy(field, sample, to, at);
        if (hasClasses(field)) {
            to[at] = classes[to[at]];
        }
    }
}
