package jimu.engine.evaluate;

import java.util.List;
import java.util.OptionalDouble;
import jimu.engine.evaluate.Matching.Measure;
import jimu.engine.op.Contrastive;
import jimu.engine.op.CosineEmbedding;
import jimu.engine.op.PairwiseDistance;
import jimu.engine.op.VectorFunction;

/** Gathers the distances of pairs, or of the two pairs of each triplet. */
final class VectorAssessor implements Assessor {
    private final String loss;
    private final VectorFunction function;
    private final OptionalDouble threshold;
    private final List<String> names;
    private final int rows;
    private final int length;
    private final Kept kept;
    private final float[] distances;
    private final boolean[] alike;

    /**
     * @param threshold the loss's own, as its metric knows it
     * @param names of different pairs and pairs that are alike
     * @param rows how many vectors of a {@code length} each sample has in each operand
     */
    VectorAssessor(
            String loss,
            VectorFunction function,
            OptionalDouble threshold,
            List<String> names,
            int rows,
            int length,
            Kept kept) {
        this.loss = loss;
        this.function = function;
        this.threshold = threshold;
        this.names = names;
        this.rows = rows;
        this.length = length;
        this.kept = kept;
        distances = new float[kept.count()];
        alike = new boolean[kept.count()];
    }

    /** How many pairs each row of vectors makes. */
    static int pairs(VectorFunction function) {
        return function.vectors() - 1;
    }

    @Override
    public void add(int first, int count, List<float[]> operands) {
        double[] one = new double[length];
        double[] other = new double[length];
        int pairs = pairs(function);
        for (int sample = 0; sample < count; sample++) {
            for (int row = 0; row < rows; row++) {
                for (int pair = 0; pair < pairs; pair++) {
                    int place = kept.place(first + sample, row * pairs + pair);
                    if (place >= 0) {
                        int at = sample * rows + row;
                        copy(operands.get(0), at, one);
                        copy(operands.get(pair + 1), at, other);
                        distances[place] = (float) distance(one, other);
                        alike[place] = function.labelled() ? alike(operands.get(function.vectors())[at]) : pair == 0;
                    }
                }
            }
        }
    }

    private boolean alike(double label) {
        return function instanceof Contrastive pairs ? pairs.meaning().alike(label) > 0.5 : label > 0;
    }

    private double distance(double[] a, double[] b) {
        if (!(function instanceof CosineEmbedding)) {
            return PairwiseDistance.EUCLIDEAN.of(a, b);
        }
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            first += a[i] * a[i];
            second += b[i] * b[i];
        }
        return 1 - product / Math.max(Math.sqrt(first * second), Double.MIN_NORMAL);
    }

    private void copy(float[] numbers, int row, double[] to) {
        for (int i = 0; i < length; i++) {
            to[i] = numbers[row * length + i];
        }
    }

    @Override
    public Matching finish() {
        Measure measure = function instanceof CosineEmbedding ? Measure.COSINE : Measure.EUCLIDEAN;
        double limit = threshold.isPresent()
                ? (measure == Measure.COSINE ? 1 - threshold.getAsDouble() : threshold.getAsDouble())
                : Matching.best(distances, alike);
        return new Matching(loss, kept, measure, limit, distances, alike, names);
    }
}
