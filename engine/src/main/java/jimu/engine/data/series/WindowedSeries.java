package jimu.engine.data.series;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.shape.TensorType;

/**
 * Windows over a stretch of a series.
 *
 * <p>Samples have {@value #SEQUENCE} (steps, features) and {@value #NEXT} (horizon): the values of the target that follow.
 */
public final class WindowedSeries implements Dataset {
    /** The field of the steps that enter the network. */
    public static final String SEQUENCE = "sequence";

    /** The field of the values to be forecast. */
    public static final String NEXT = "next";

    private final Series series;
    private final int[] starts;
    private final int window;
    private final int horizon;
    private final List<Field> fields;

    /** The windows that begin at these rows; all of them and their horizons lie within the series. */
    WindowedSeries(Series series, int[] starts, int window, int horizon) {
        this.series = series;
        this.starts = starts;
        this.window = window;
        this.horizon = horizon;
        this.fields = List.of(
                new Field(SEQUENCE, TensorType.float32(window, series.features().length), List.of()),
                new Field(NEXT, TensorType.float32(horizon), List.of()));
    }

    /** The whole series, of which this may be a part. */
    public Series series() {
        return series;
    }

    @Override
    public String name() {
        return series.name();
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public int size() {
        return starts.length;
    }

    /** The row at which a window begins. */
    public int start(int sample) {
        return starts[Objects.checkIndex(sample, starts.length)];
    }

    @Override
    public Map<Object, Long> arrays() {
        Map<Object, Long> arrays = new HashMap<>();
        for (float[] column : series.features()) {
            arrays.put(column, (long) column.length * Float.BYTES);
        }
        arrays.put(series.target(), (long) series.target().length * Float.BYTES);
        arrays.put(starts, (long) starts.length * Integer.BYTES);
        return arrays;
    }

    @Override
    public void copy(String field, int sample, float[] to, int at) {
        int start = start(sample);
        if (field.equals(NEXT)) {
            System.arraycopy(series.target(), start + window, to, at, horizon);
        } else if (field.equals(SEQUENCE)) {
            int columns = series.features().length;
            for (int column = 0; column < columns; column++) {
                float[] values = series.features()[column];
                for (int step = 0; step < window; step++) {
                    to[at + step * columns + column] = values[start + step];
                }
            }
        } else {
            throw new IllegalArgumentException("No float32 field " + field);
        }
    }

    @Override
    public void copy(String field, int sample, int[] to, int at) {
        throw new IllegalArgumentException("No int32 field " + field);
    }
}
