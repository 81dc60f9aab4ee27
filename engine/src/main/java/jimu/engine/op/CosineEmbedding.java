package jimu.engine.op;

/**
 * 1 − cos of two vectors with label 1, max(cos − margin, 0) with label −1 and nothing with any other, as PyTorch's
 * cosine_embedding_loss, which adds 10⁻¹² to each squared length.
 *
 * @param margin the cosine up to which vectors with label −1 cost nothing
 */
public record CosineEmbedding(double margin) implements VectorFunction {
    private static final double LEAST_SQUARE = 1e-12;

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
        double cosine = dot(vectors[0], vectors[1]) / Math.sqrt(square(vectors[0]) * square(vectors[1]));
        if (label == 1) {
            return 1 - cosine;
        }
        return label == -1 ? Math.max(cosine - margin, 0) : 0;
    }

    @Override
    public void slopes(double[][] vectors, double label, double[][] slopes) {
        double[] a = vectors[0];
        double[] b = vectors[1];
        double lengths = Math.sqrt(square(a) * square(b));
        double cosine = dot(a, b) / lengths;
        double factor = 0;
        if (label == 1) {
            factor = -1;
        } else if (label == -1 && cosine > margin) {
            factor = 1;
        }
        double overA = cosine / square(a);
        double overB = cosine / square(b);
        for (int i = 0; i < a.length; i++) {
            slopes[0][i] = factor * (b[i] / lengths - a[i] * overA);
            slopes[1][i] = factor * (a[i] / lengths - b[i] * overB);
        }
    }

    @Override
    public double labelSlope(double[][] vectors, double label) {
        return 0;
    }

    private static double square(double[] a) {
        return dot(a, a) + LEAST_SQUARE;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
