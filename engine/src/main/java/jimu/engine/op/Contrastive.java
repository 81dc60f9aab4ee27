package jimu.engine.op;

import java.util.Arrays;

/**
 * s · d² + (1 − s) · max(margin − d, 0)² of two vectors at the distance d, where s says how far they are alike (Hadsell, Chopra,
 * LeCun: Dimensionality Reduction by Learning an Invariant Mapping, 2006).
 *
 * @param margin how far vectors that are not alike are to be apart
 * @param meaning what the label says
 */
public record Contrastive(double margin, PairLabel meaning) implements VectorFunction {
    @Override
    public int vectors() {
        return 2;
    }

    @Override
    public boolean labelled() {
        return true;
    }

    @Override
    public double value(double[][] vectors, double label) {
        double distance = distance(vectors);
        double alike = meaning.alike(label);
        return alike * distance * distance + (1 - alike) * gap(distance) * gap(distance);
    }

    @Override
    public void slopes(double[][] vectors, double label, double[][] slopes) {
        Arrays.fill(slopes[0], 0);
        Arrays.fill(slopes[1], 0);
        double distance = distance(vectors);
        double alike = meaning.alike(label);
        double slope = 2 * alike * distance - 2 * (1 - alike) * gap(distance);
        PairwiseDistance.EUCLIDEAN.addSlopes(vectors[0], vectors[1], slope, slopes[0], slopes[1]);
    }

    @Override
    public double labelSlope(double[][] vectors, double label) {
        double distance = distance(vectors);
        double slope = distance * distance - gap(distance) * gap(distance);
        return meaning == PairLabel.SIMILAR ? slope : -slope;
    }

    private double gap(double distance) {
        return Math.max(margin - distance, 0);
    }

    private static double distance(double[][] vectors) {
        return PairwiseDistance.EUCLIDEAN.of(vectors[0], vectors[1]);
    }
}
