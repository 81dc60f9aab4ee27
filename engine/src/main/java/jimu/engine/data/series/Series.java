package jimu.engine.data.series;

/**
 * A series with the column to be forecast, divided into consecutive parts.
 *
 * @param name a name for people
 * @param features the columns that enter the network, each with a number a row; NaN where there is none
 * @param target the column to be forecast
 * @param validation the first row of the validation part; the training part lies before it
 * @param test the first row of the test part
 */
@SuppressWarnings("ArrayRecordComponent") // long columns that nobody changes or compares
public record Series(String name, float[][] features, float[] target, int validation, int test) {
    /** The number of rows. */
    public int rows() {
        return target.length;
    }
}
