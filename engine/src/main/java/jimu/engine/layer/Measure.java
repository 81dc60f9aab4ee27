package jimu.engine.layer;

/**
 * A metric that suits a loss.
 *
 * @param metric its name
 * @param threshold the number that divides yes from no, for metrics that ask that
 */
public record Measure(String metric, double threshold) {
    /** A metric without a threshold. */
    public static Measure of(String metric) {
        return new Measure(metric, 0);
    }
}
