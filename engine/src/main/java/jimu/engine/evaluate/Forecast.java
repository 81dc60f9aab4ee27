package jimu.engine.evaluate;

/**
 * A series in order with what was forecast, both in the units of the data.
 *
 * @param first the row of the data at which {@code actual} begins
 * @param actual the series as it was; NaN in gaps; not to be changed
 * @param horizon how many rows each forecast covers
 * @param rows the first row of each forecast, ascending; not to be changed
 * @param forecasts {@code horizon} numbers for each of {@code rows}; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // read-only numbers, not worth boxing; nobody compares them
public record Forecast(int first, float[] actual, int horizon, int[] rows, float[] forecasts) {
    /** How many forecasts there are. */
    public int count() {
        return rows.length;
    }

    /** What a forecast says for its row {@code step}, from 0 on. */
    public float at(int number, int step) {
        return forecasts[number * horizon + step];
    }
}
