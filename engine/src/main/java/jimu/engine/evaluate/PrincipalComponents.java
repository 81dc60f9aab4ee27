package jimu.engine.evaluate;

import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;

/**
 * The two directions in which vectors vary most (principal component analysis), and the vectors' places along them.
 *
 * <p>Found by turning two vectors towards them with the covariance until they hardly turn any more (orthogonal iteration; Golub, Van
 * Loan: Matrix Computations, section 8.2), which takes no matrix of the size of the vectors squared. A direction's largest number
 * is positive, so that the same vectors give the same picture.
 *
 * @param x of each vector: its place along the first direction, 0 at the mean; not to be changed
 * @param y along the second; not to be changed
 * @param first the share of the whole variance that lies along the first direction; 0 if nothing varies
 * @param second along the second
 */
@SuppressWarnings("ArrayRecordComponent") // points to be drawn; nobody compares them
public record PrincipalComponents(float[] x, float[] y, double first, double second) {
    private static final int ROUNDS = 300;
    private static final double STILL = 1e-10;

    /** The components of {@code numbers}, which hold one vector of {@code length} numbers after another. */
    public static PrincipalComponents of(float[] numbers, int length) {
        int count = numbers.length / length;
        double[][] rows = centred(numbers, count, length);
        double total = 0;
        for (double[] row : rows) {
            total += dot(row, row);
        }
        double[] one = start(length, 1);
        double[] other = start(length, 2);
        orthogonalise(one, new double[length]);
        orthogonalise(other, one);
        for (int round = 0; round < ROUNDS && total > 0; round++) {
            double[] nextOne = turned(rows, one);
            double[] nextOther = turned(rows, other);
            orthogonalise(nextOne, new double[length]);
            orthogonalise(nextOther, nextOne);
            boolean still = 1 - Math.abs(dot(one, nextOne)) < STILL && 1 - Math.abs(dot(other, nextOther)) < STILL;
            one = nextOne;
            other = nextOther;
            if (still) {
                break;
            }
        }
        turnUp(one);
        turnUp(other);
        float[] x = new float[count];
        float[] y = new float[count];
        double along = 0;
        double across = 0;
        for (int i = 0; i < count; i++) {
            double a = dot(rows[i], one);
            double b = dot(rows[i], other);
            x[i] = (float) a;
            y[i] = (float) b;
            along += a * a;
            across += b * b;
        }
        return new PrincipalComponents(x, y, total > 0 ? along / total : 0, total > 0 ? across / total : 0);
    }

    private static double[][] centred(float[] numbers, int count, int length) {
        double[] mean = new double[length];
        for (int i = 0; i < count * length; i++) {
            mean[i % length] += numbers[i] / (double) count;
        }
        double[][] rows = new double[count][length];
        for (int i = 0; i < count * length; i++) {
            rows[i / length][i % length] = numbers[i] - mean[i % length];
        }
        return rows;
    }

    private static double[] start(int length, long seed) {
        RandomStream random = new RandomStream(seed, Purpose.SAMPLING, "components");
        double[] vector = new double[length];
        for (int i = 0; i < length; i++) {
            vector[i] = random.uniform(i) - 0.5;
        }
        return vector;
    }

    /** The covariance times a vector. */
    private static double[] turned(double[][] rows, double[] vector) {
        double[] turned = new double[vector.length];
        for (double[] row : rows) {
            double share = dot(row, vector);
            for (int i = 0; i < turned.length; i++) {
                turned[i] += share * row[i];
            }
        }
        return turned;
    }

    /** Takes away what lies along another vector of length 1, and makes the rest 1 long; what is nothing stays so. */
    private static void orthogonalise(double[] vector, double[] other) {
        double before = Math.sqrt(dot(vector, vector));
        double share = dot(vector, other);
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= share * other[i];
        }
        double length = Math.sqrt(dot(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] = length > before * STILL ? vector[i] / length : 0;
        }
    }

    private static void turnUp(double[] vector) {
        double largest = 0;
        for (double number : vector) {
            largest = Math.abs(number) > Math.abs(largest) ? number : largest;
        }
        for (int i = 0; i < vector.length && largest < 0; i++) {
            vector[i] = -vector[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
