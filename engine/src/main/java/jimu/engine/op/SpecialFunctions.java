package jimu.engine.op;

/**
 * Functions that activations are made of, to the precision of a double over the whole line.
 *
 * <p>They rest on {@link Math#exp} and {@link Math#log}, which the virtual machine compiles to a few instructions; the other
 * transcendental functions of {@link Math} take several times as long.
 */
final class SpecialFunctions {
    private static final double[] CENTRE_ABOVE = {
        0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694
    };
    private static final double[] CENTRE_BELOW = {
        1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171
    };
    private static final double[] FLANK_ABOVE = {
        2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163,
        298.6351381974001, 881.952221241769, 1712.0476126340707, 2051.0783778260716,
        1230.3393547979972
    };
    private static final double[] FLANK_BELOW = {
        1,
        15.744926110709835,
        117.6939508913125,
        537.1811018620099,
        1621.3895745666903,
        3290.7992357334597,
        4362.619090143247,
        3439.3676741437216,
        1230.3393548037495
    };
    private static final double[] TAIL_ABOVE = {
        0.016315387137302097,
        0.30532663496123236,
        0.36034489994980445,
        0.12578172611122926,
        0.016083785148742275,
        0.0006587491615298378
    };
    private static final double[] TAIL_BELOW = {
        1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918
    };
    private static final double NEAR = 0.4;
    private static final double CENTRE = 0.46875;
    private static final double FLANK = 4;
    private static final double ROOT_PI = Math.sqrt(Math.PI);

    private SpecialFunctions() {}

    /** 1 / (1 + exp(−x)). */
    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** log(1 + exp(x)). */
    static double softplus(double x) {
        return Math.max(x, 0) + log1p(Math.exp(-Math.abs(x)));
    }

    /** (exp(2x) − 1) / (exp(2x) + 1). */
    static double tanh(double x) {
        double distance = Math.abs(x);
        double difference = distance > NEAR ? Math.exp(-2 * distance) - 1 : expm1(-2 * distance);
        return Math.copySign(difference / (difference + 2), x);
    }

    /** exp(x) − 1, also near 0 (W. Kahan: the rounding of exp(x) cancels in the quotient). */
    static double expm1(double x) {
        double power = Math.exp(x);
        if (Math.abs(x) > NEAR) {
            return power - 1;
        }
        return power == 1 ? x : (power - 1) * x / Math.log(power);
    }

    /** log(1 + x) for x ≥ 0, also near 0. */
    static double log1p(double x) {
        double sum = 1 + x;
        return sum == 1 ? x : Math.log(sum) * x / (sum - 1);
    }

    /** 1 − erf(x), the complementary error function (W. J. Cody, Mathematics of Computation 23, 1969). */
    static double erfc(double x) {
        double distance = Math.abs(x);
        if (distance <= CENTRE) {
            return 1 - x * quotient(x * x, CENTRE_ABOVE, CENTRE_BELOW);
        }
        double tail = Math.exp(-x * x) * (distance <= FLANK ? flank(distance) : far(distance));
        return x < 0 ? 2 - tail : tail;
    }

    private static double flank(double x) {
        return quotient(x, FLANK_ABOVE, FLANK_BELOW);
    }

    private static double far(double x) {
        double square = 1 / (x * x);
        return (1 / ROOT_PI - square * quotient(square, TAIL_ABOVE, TAIL_BELOW)) / x;
    }

    /** The quotient of two polynomials, coefficients of the highest powers first. */
    private static double quotient(double x, double[] above, double[] below) {
        double numerator = 0;
        double denominator = 0;
        for (int i = 0; i < above.length; i++) {
            numerator = numerator * x + above[i];
            denominator = denominator * x + below[i];
        }
        return numerator / denominator;
    }
}
