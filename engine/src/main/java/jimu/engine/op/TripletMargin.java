package jimu.engine.op;

import java.util.Arrays;

/**
 * max(d(a, p) − d(a, n) + margin, 0) of an anchor a, a positive p and a negative n, as PyTorch's triplet_margin_loss.
 *
 * @param margin how much farther from the anchor the negative is to be
 * @param distance d
 * @param swap whether the distance of positive and negative counts instead where it is smaller than that of anchor and negative
 */
public record TripletMargin(double margin, PairwiseDistance distance, boolean swap) implements VectorFunction {
    private static final int ANCHOR = 0;
    private static final int POSITIVE = 1;
    private static final int NEGATIVE = 2;

    @Override
    public int vectors() {
        return 3;
    }

    @Override
    public boolean labelled() {
        return false;
    }

    @Override
    public double value(double[][] vectors, double label) {
        double near = distance.of(vectors[ANCHOR], vectors[POSITIVE]);
        double far = distance.of(vectors[from(vectors)], vectors[NEGATIVE]);
        return Math.max(near - far + margin, 0);
    }

    @Override
    public void slopes(double[][] vectors, double label, double[][] slopes) {
        for (double[] slope : slopes) {
            Arrays.fill(slope, 0);
        }
        if (value(vectors, label) > 0) {
            distance.addSlopes(vectors[ANCHOR], vectors[POSITIVE], 1, slopes[ANCHOR], slopes[POSITIVE]);
            int from = from(vectors);
            distance.addSlopes(vectors[from], vectors[NEGATIVE], -1, slopes[from], slopes[NEGATIVE]);
        }
    }

    @Override
    public double labelSlope(double[][] vectors, double label) {
        return 0;
    }

    /** The vector from which the negative is far. */
    private int from(double[][] vectors) {
        boolean swapped = swap
                && distance.of(vectors[POSITIVE], vectors[NEGATIVE]) < distance.of(vectors[ANCHOR], vectors[NEGATIVE]);
        return swapped ? POSITIVE : ANCHOR;
    }
}
