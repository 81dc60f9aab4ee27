package jimu.engine.op;

/**
 * A function of one number, with its slope.
 *
 * <p>Values and slopes are finite for all |x| up to 10,000. Formulas are those of PyTorch's pages of the same names.
 */
public sealed interface Activation {
    /** The function's value at x. */
    double value(double x);

    /** What {@link #slope} is computed from: x, or the value where that suffices, so that x need not be kept. */
    default Need slopeOf() {
        return Need.OPERANDS;
    }

    /** The derivative at x, given x or the value at x, as {@link #slopeOf} says. */
    double slope(double given);

    /** max(x, 0), with slope 0 at 0; what is not a number passes, and so does its gradient. */
    record Relu() implements Activation {
        @Override
        public double value(double x) {
            return Math.max(x, 0);
        }

        @Override
        public Need slopeOf() {
            return Need.RESULTS;
        }

        @Override
        public double slope(double y) {
            return y <= 0 ? 0 : 1;
        }
    }

    /** x above 0, {@code negativeSlope} · x elsewhere. */
    record LeakyRelu(double negativeSlope) implements Activation {
        @Override
        public double value(double x) {
            return x > 0 ? x : negativeSlope * x;
        }

        @Override
        public double slope(double x) {
            return x > 0 ? 1 : negativeSlope;
        }
    }

    /** {@code scale} times: x above 0, α · (exp(x) − 1) elsewhere. */
    record Elu(double alpha, double scale) implements Activation {
        @Override
        public double value(double x) {
            return scale * (x > 0 ? x : alpha * SpecialFunctions.expm1(x));
        }

        @Override
        public double slope(double x) {
            return scale * (x > 0 ? 1 : alpha * Math.exp(x));
        }
    }

    /** x · Φ(x), Φ being the distribution function of the standard normal distribution. */
    record Gelu() implements Activation {
        private static final double ROOT_HALF = Math.sqrt(0.5);
        private static final double DENSITY = 1 / Math.sqrt(2 * Math.PI);

        @Override
        public double value(double x) {
            return x * probability(x);
        }

        @Override
        public double slope(double x) {
            return probability(x) + x * DENSITY * Math.exp(-x * x / 2);
        }

        private static double probability(double x) {
            return SpecialFunctions.erfc(-x * ROOT_HALF) / 2;
        }
    }

    /** The approximation x / 2 · (1 + tanh(√(2 / π) · (x + 0.044715 x³))) of GELU. */
    record GeluTanh() implements Activation {
        /** √(2 / π). */
        public static final double FACTOR = Math.sqrt(2 / Math.PI);

        /** The weight of x³. */
        public static final double CUBIC = 0.044715;

        @Override
        public double value(double x) {
            return x / 2 * (1 + SpecialFunctions.tanh(FACTOR * (x + CUBIC * x * x * x)));
        }

        @Override
        public double slope(double x) {
            double tanh = SpecialFunctions.tanh(FACTOR * (x + CUBIC * x * x * x));
            return (1 + tanh) / 2 + x / 2 * (1 - tanh * tanh) * FACTOR * (1 + 3 * CUBIC * x * x);
        }
    }

    /** x · σ(x). */
    record Silu() implements Activation {
        @Override
        public double value(double x) {
            return x * SpecialFunctions.sigmoid(x);
        }

        @Override
        public double slope(double x) {
            double sigmoid = SpecialFunctions.sigmoid(x);
            return sigmoid * (1 + x * (1 - sigmoid));
        }
    }

    /** x · tanh(log(1 + exp(x))), the tangent being n / (n + 2) for n = exp(x) · (exp(x) + 2). */
    record Mish() implements Activation {
        private static final double STRAIGHT = 30;

        @Override
        public double value(double x) {
            if (x > STRAIGHT) {
                return x;
            }
            double power = Math.exp(x);
            double n = power * (power + 2);
            return x * n / (n + 2);
        }

        @Override
        public double slope(double x) {
            if (x > STRAIGHT) {
                return 1;
            }
            double power = Math.exp(x);
            double n = power * (power + 2);
            return (n + x * 4 * power * (power + 1) / (n + 2)) / (n + 2);
        }
    }

    /** log(1 + exp(β · x)) / β, and x itself where β · x exceeds {@code threshold}. */
    record Softplus(double beta, double threshold) implements Activation {
        @Override
        public double value(double x) {
            return beta * x > threshold ? x : SpecialFunctions.softplus(beta * x) / beta;
        }

        @Override
        public double slope(double x) {
            return beta * x > threshold ? 1 : SpecialFunctions.sigmoid(beta * x);
        }
    }

    /** x / (1 + |x|). */
    record Softsign() implements Activation {
        @Override
        public double value(double x) {
            return x / (1 + Math.abs(x));
        }

        @Override
        public double slope(double x) {
            double root = 1 / (1 + Math.abs(x));
            return root * root;
        }
    }

    /** sin(x). */
    record Sine() implements Activation {
        @Override
        public double value(double x) {
            return Math.sin(x);
        }

        @Override
        public double slope(double x) {
            return Math.cos(x);
        }
    }

    /** {@code factor} · x + {@code offset}. */
    record Line(double factor, double offset) implements Activation {
        @Override
        public double value(double x) {
            return factor * x + offset;
        }

        @Override
        public double slope(double x) {
            return factor;
        }
    }

    /** x · min(max(x + 3, 0), 6) / 6. */
    record Hardswish() implements Activation {
        @Override
        public double value(double x) {
            return x * Math.min(Math.max(x + 3, 0), 6) / 6;
        }

        @Override
        public double slope(double x) {
            return x < -3 ? 0 : x > 3 ? 1 : x / 3 + 0.5;
        }
    }

    /** min(max({@code factor} · x + {@code offset}, 0), {@code most}), with slope 0 at both ends. */
    record Ramp(double factor, double offset, double most) implements Activation {
        @Override
        public double value(double x) {
            return Math.min(Math.max(factor * x + offset, 0), most);
        }

        @Override
        public double slope(double x) {
            double y = factor * x + offset;
            return y > 0 && y < most ? factor : 0;
        }
    }

    /** σ(x) = 1 / (1 + exp(−x)). */
    record Sigmoid() implements Activation {
        @Override
        public double value(double x) {
            return SpecialFunctions.sigmoid(x);
        }

        @Override
        public Need slopeOf() {
            return Need.RESULTS;
        }

        @Override
        public double slope(double y) {
            return y * (1 - y);
        }
    }

    /** log σ(x). */
    record LogSigmoid() implements Activation {
        @Override
        public double value(double x) {
            return -SpecialFunctions.softplus(-x);
        }

        @Override
        public double slope(double x) {
            return SpecialFunctions.sigmoid(-x);
        }
    }

    /** tanh(x). */
    record Tanh() implements Activation {
        @Override
        public double value(double x) {
            return SpecialFunctions.tanh(x);
        }

        @Override
        public Need slopeOf() {
            return Need.RESULTS;
        }

        @Override
        public double slope(double y) {
            return 1 - y * y;
        }
    }
}
