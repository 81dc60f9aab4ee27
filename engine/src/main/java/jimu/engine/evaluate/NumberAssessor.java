package jimu.engine.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import jimu.engine.data.Affine;

/**
 * Gathers answers that are compared number by number: they are regressions, or yes and no if they are probabilities and every
 * truth was 0 or 1.
 */
final class NumberAssessor implements Assessor {
    private static final double EVEN = 0.5;

    private final String loss;
    private final List<String> names;
    private final int each;
    private final Reading reading;
    private final Optional<Affine> units;
    private final Kept kept;
    private final BiFunction<Kept, float[], Optional<Forecast>> forecasts;
    private final float[] truths;
    private final float[] answers;
    private final boolean[] choices;
    private final long[] counts = new long[4];
    private final double[] sums;
    private double squares;
    private double absolute;
    private double squaredTruths;
    private boolean bits;

    /**
     * @param names of no and yes
     * @param units what gives the data's own units
     * @param forecasts makes a forecast of the answers kept
     */
    NumberAssessor(
            String loss,
            List<String> names,
            int each,
            Reading reading,
            Optional<Affine> units,
            Kept kept,
            BiFunction<Kept, float[], Optional<Forecast>> forecasts) {
        this.loss = loss;
        this.names = names;
        this.each = each;
        this.reading = reading;
        this.units = units;
        this.kept = kept;
        this.forecasts = forecasts;
        truths = new float[kept.count()];
        answers = new float[kept.count()];
        choices = new boolean[kept.count()];
        sums = new double[each];
        bits = reading.binary();
    }

    @Override
    public void add(int first, int count, List<float[]> operands) {
        float[] x = operands.get(0).clone();
        float[] y = operands.get(1).clone();
        double threshold = reading == Reading.SIGMOID ? 0 : EVEN;
        for (int sample = 0; sample < count; sample++) {
            int at = sample * each;
            units.ifPresent(map -> {
                map.apply(x, at, each);
                map.apply(y, at, each);
            });
            for (int i = 0; i < each; i++) {
                boolean yes = x[at + i] > threshold;
                reading.apply(x, at + i, 1, 1);
                add(x[at + i], y[at + i], i, yes);
                int place = kept.place(first + sample, i);
                if (place >= 0) {
                    truths[place] = y[at + i];
                    answers[place] = x[at + i];
                    choices[place] = yes;
                }
            }
        }
    }

    private void add(double x, double y, int number, boolean yes) {
        squares += (x - y) * (x - y);
        absolute += Math.abs(x - y);
        squaredTruths += y * y;
        sums[number] += y;
        bits &= y == 0 || y == 1;
        counts[(y > EVEN ? 2 : 0) + (yes ? 1 : 0)]++;
    }

    @Override
    public Assessment finish() {
        return bits ? classification() : regression();
    }

    private Classification classification() {
        int[] truth = new int[truths.length];
        int[] choice = new int[truths.length];
        for (int place = 0; place < truth.length; place++) {
            truth[place] = truths[place] > EVEN ? 1 : 0;
            choice[place] = choices[place] ? 1 : 0;
        }
        return new Classification(loss, kept, new ConfusionMatrix(names, counts.clone()), 1, answers, truth, choice);
    }

    private Regression regression() {
        double samples = (double) kept.answers() / each;
        double variation = squaredTruths;
        for (double sum : sums) {
            variation -= sum * sum / samples;
        }
        return new Regression(
                loss,
                kept,
                units.isPresent(),
                truths,
                answers,
                absolute / kept.answers(),
                Math.sqrt(squares / kept.answers()),
                variation > 0 ? 1 - squares / variation : Double.NaN,
                forecasts.apply(kept, answers));
    }
}
