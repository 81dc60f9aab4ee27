package jimu.engine.data.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jimu.engine.data.DataException;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.graph.DataSource;
import jimu.engine.shape.DType;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A table of numbers with a column to be predicted.
 *
 * <p>Samples have {@value #FEATURES} (k), or {@value #IMAGE} (1, rows, columns) if they are a picture, and either a class
 * {@value #LABEL} () or a number {@value #TARGET} (1).
 */
public final class CsvTable implements Dataset {
    /** The field of the columns that enter the network. */
    public static final String FEATURES = "features";

    /** The field of the columns that enter the network as a picture. */
    public static final String IMAGE = "image";

    /** The field of the class to be predicted. */
    public static final String LABEL = "label";

    /** The field of the number to be predicted. */
    public static final String TARGET = "target";

    static final long LIMIT = 256L << 20;

    private final String name;
    private final List<Field> fields;
    private final float[] features;
    private final float[] numbers;
    private final int[] classes;
    private final int rows;
    private final int columns;

    CsvTable(String name, List<Field> fields, float[] features, float[] numbers, int[] classes) {
        this.name = name;
        this.fields = fields;
        this.features = features;
        this.numbers = numbers;
        this.classes = classes;
        this.rows = Math.max(numbers.length, classes.length);
        this.columns = features.length / rows;
    }

    /**
     * Reads a file with a header whose target names classes; they are numbered by value if all are numbers, else in order of
     * appearance.
     *
     * @param features the columns that enter the network; none means all numeric ones but the target
     * @param target the column to be predicted
     */
    public static CsvTable ofClasses(Path file, List<String> features, String target) throws DataException {
        return read(file, features, target, CsvContent::classified);
    }

    /**
     * Reads a file with a header whose target holds numbers.
     *
     * @param features the columns that enter the network; none means all numeric ones but the target
     * @param target the column to be predicted
     */
    public static CsvTable ofNumbers(Path file, List<String> features, String target) throws DataException {
        return read(file, features, target, CsvContent::measured);
    }

    /** Reads a file as a document says. */
    public static CsvTable of(Path file, DataSource.CsvFile source) throws DataException {
        CsvTable table = read(file, source.features(), source.target(), content -> switch (source.kind()) {
            case CLASS -> content.classified();
            case BINARY -> content.binary();
            case NUMBER -> content.measured();
        });
        return source.picture().isPresent()
                ? table.asPicture(file, source.picture().get())
                : table;
    }

    private CsvTable asPicture(Path file, IntPair size) throws DataException {
        if ((long) size.height() * size.width() != columns) {
            throw new DataException("csv.picture", file, size.height(), size.width(), columns);
        }
        Field picture = new Field(IMAGE, TensorType.float32(1, size.height(), size.width()), List.of());
        return new CsvTable(name, List.of(picture, fields.get(1)), features, numbers, classes);
    }

    private interface SecondPass {
        CsvTable read(CsvContent content) throws IOException, DataException;
    }

    private static CsvTable read(Path file, List<String> features, String target, SecondPass pass)
            throws DataException {
        try {
            long size = Files.size(file);
            if (size > LIMIT) {
                throw new DataException("csv.large", file, size >> 20, LIMIT >> 20);
            }
            return pass.read(new CsvContent(CsvLayout.of(file, features, target)));
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
    }

    static TensorType scalarClass() {
        return new TensorType(DType.INT32, TensorShape.SCALAR);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public int size() {
        return rows;
    }

    @Override
    public Map<Object, Long> arrays() {
        return Map.of(
                features, (long) features.length * Float.BYTES,
                numbers, (long) numbers.length * Float.BYTES,
                classes, (long) classes.length * Integer.BYTES);
    }

    @Override
    public void copy(String field, int sample, float[] to, int at) {
        Objects.checkIndex(sample, rows);
        if (field.equals(fields.get(0).name())) {
            System.arraycopy(features, sample * columns, to, at, columns);
        } else if (field.equals(TARGET) && numbers.length > 0) {
            to[at] = numbers[sample];
        } else {
            throw new IllegalArgumentException("No float32 field " + field);
        }
    }

    @Override
    public void copy(String field, int sample, int[] to, int at) {
        Objects.checkIndex(sample, rows);
        if (!field.equals(LABEL) || classes.length == 0) {
            throw new IllegalArgumentException("No int32 field " + field);
        }
        to[at] = classes[sample];
    }
}
