package jimu.engine.op;

/**
 * The distance ‖a − b + ε‖ₚ of two vectors, as PyTorch's nn.PairwiseDistance.
 *
 * @param p the norm's exponent, at least 1
 * @param eps ε, added to each element against a distance of 0
 */
public record PairwiseDistance(double p, double eps) {
    /** PyTorch's default: the Euclidean distance with ε = 10⁻⁶. */
    public static final PairwiseDistance EUCLIDEAN = new PairwiseDistance(2, 1e-6);

    /** The distance. */
    public double of(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = Math.abs(a[i] - b[i] + eps);
            sum += p == 2 ? difference * difference : Math.pow(difference, p);
        }
        return p == 2 ? Math.sqrt(sum) : Math.pow(sum, 1 / p);
    }

    /** Adds {@code factor} times the slopes of the distance to those of a, and takes them from those of b. */
    public void addSlopes(double[] a, double[] b, double factor, double[] slopesOfA, double[] slopesOfB) {
        double distance = of(a, b);
        if (distance == 0) {
            return;
        }
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - b[i] + eps;
            double slope = p == 2
                    ? difference / distance
                    : Math.signum(difference) * Math.pow(Math.abs(difference) / distance, p - 1);
            slopesOfA[i] += factor * slope;
            slopesOfB[i] -= factor * slope;
        }
    }
}
