package jimu.engine.runtime.nd4j;

/**
 * Tanh and the logistic function of many float32 numbers at once, to 3·10⁻⁷.
 *
 * <p>Tanh is Eigen's rational function of degree 13 over 6 (Eigen/src/Core/MathFunctionsImpl.h), cut off where float32 reaches 1;
 * it takes a hundredth of the time of {@link Math#tanh}, since loops of sums and products are vectorised.
 */
final class Squash {
    private static final float END = 7.905311f;

    private Squash() {}

    /** Replaces the first {@code count} numbers by tanh. */
    static void tanh(float[] x, int count) {
        for (int i = 0; i < count; i++) {
            float over = x[i] - END;
            float under = -x[i] - END;
            float a = x[i] - 0.5f * (over + Math.abs(over)) + 0.5f * (under + Math.abs(under));
            float q = a * a;
            float p = -2.7607684e-16f;
            p = p * q + 2.000188e-13f;
            p = p * q - 8.604672e-11f;
            p = p * q + 5.1222973e-8f;
            p = p * q + 1.4857224e-5f;
            p = p * q + 6.3726195e-4f;
            p = p * q + 4.8935246e-3f;
            float d = 1.1982584e-6f;
            d = d * q + 1.1853471e-4f;
            d = d * q + 2.2684347e-3f;
            d = d * q + 4.893525e-3f;
            x[i] = a * p / d;
        }
    }

    /** Replaces the first {@code count} numbers by 1 / (1 + e⁻ˣ) = tanh(x / 2) / 2 + 1 / 2. */
    static void logistic(float[] x, int count) {
        for (int i = 0; i < count; i++) {
            x[i] *= 0.5f;
        }
        tanh(x, count);
        for (int i = 0; i < count; i++) {
            x[i] = 0.5f * x[i] + 0.5f;
        }
    }
}
