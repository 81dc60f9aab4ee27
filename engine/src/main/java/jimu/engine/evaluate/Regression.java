package jimu.engine.evaluate;

import java.util.Optional;

/**
 * Answers that are numbers, in the units of the data wherever these were mapped.
 *
 * @param loss the path of the loss
 * @param kept which answers are kept one by one
 * @param units whether a fitted map was taken back
 * @param truths the wanted number of each kept answer; not to be changed
 * @param answers the network's; not to be changed
 * @param mae the mean of |answer − truth| over all
 * @param rmse the root of the mean of (answer − truth)² over all
 * @param r2 1 − Σ (answer − truth)² / Σ (truth − mean)², the mean of each of a sample's numbers by itself; NaN where the truth
 *     does not vary
 * @param forecast the series in order, if the data are one
 */
@SuppressWarnings("ArrayRecordComponent") // read-only numbers, not worth boxing; nobody compares them
public record Regression(
        String loss,
        Kept kept,
        boolean units,
        float[] truths,
        float[] answers,
        double mae,
        double rmse,
        double r2,
        Optional<Forecast> forecast)
        implements Assessment {
    private static final int LEAST_INTERVALS = 5;
    private static final int MOST_INTERVALS = 40;

    /** The residual of a kept answer: how much it is above the truth. */
    public float residual(int place) {
        return answers[place] - truths[place];
    }

    /** How the residuals are distributed, in about as many intervals as the square root of their number. */
    public Bins residuals() {
        float[] residuals = new float[answers.length];
        for (int place = 0; place < residuals.length; place++) {
            residuals[place] = residual(place);
        }
        int intervals = (int) Math.round(Math.sqrt(residuals.length));
        return Bins.of(residuals, Math.max(LEAST_INTERVALS, Math.min(MOST_INTERVALS, intervals)));
    }
}
