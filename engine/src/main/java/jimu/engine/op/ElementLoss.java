package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A loss that compares each element of a prediction with that of a target.
 *
 * <p>Operands: prediction and target of one shape and floating type. Result: a scalar, the sum of the elements' losses over the
 * divisor.
 *
 * @param functions what one pair of elements costs; several take turns along the last axis, whose size their number divides
 * @param divisor what the sum is divided by
 */
public record ElementLoss(List<Function> functions, Divisor divisor) implements Op {
    /** What a sum of losses is divided by. */
    public enum Divisor {
        ONE,
        /** The number of elements. */
        ELEMENTS,
        /** The size of the first axis. */
        SAMPLES;

        /** One, or the number of elements for a mean. */
        public static Divisor of(Reduction reduction) {
            return reduction == Reduction.MEAN ? ELEMENTS : ONE;
        }
    }

    public ElementLoss {
        functions = List.copyOf(functions);
    }

    /** The same cost for all elements, averaged or summed. */
    public ElementLoss(Function function, Reduction reduction) {
        this(List.of(function), Divisor.of(reduction));
    }

    /** The loss of a prediction x and a target y, and its slopes. */
    public sealed interface Function {
        /** The loss. */
        double value(double x, double y);

        /** Its derivative by x. */
        double slope(double x, double y);

        /** Its derivative by y; the opposite of that by x where only x − y counts. */
        default double targetSlope(double x, double y) {
            return -slope(x, y);
        }
    }

    /** (x − y)². */
    public record Squared() implements Function {
        @Override
        public double value(double x, double y) {
            return (x - y) * (x - y);
        }

        @Override
        public double slope(double x, double y) {
            return 2 * (x - y);
        }
    }

    /** |x − y|, with slope 0 at 0. */
    public record Absolute() implements Function {
        @Override
        public double value(double x, double y) {
            return Math.abs(x - y);
        }

        @Override
        public double slope(double x, double y) {
            return Math.signum(x - y);
        }
    }

    /**
     * (x − y)² / 2 up to the distance δ and δ · (|x − y| − δ / 2) beyond, all of it times a factor.
     *
     * @param delta δ, above 0
     * @param factor the factor
     */
    public record Huber(double delta, double factor) implements Function {
        @Override
        public double value(double x, double y) {
            double distance = Math.abs(x - y);
            return factor * (distance < delta ? distance * distance / 2 : delta * (distance - delta / 2));
        }

        @Override
        public double slope(double x, double y) {
            return factor * Math.max(-delta, Math.min(delta, x - y));
        }
    }

    /**
     * The cross-entropy −p · y · log σ(x) − (1 − y) · log(1 − σ(x)) of a logit x and a probability y.
     *
     * @param positiveWeight p, how much a yes counts
     */
    public record LogisticEntropy(double positiveWeight) implements Function {
        @Override
        public double value(double x, double y) {
            return (1 - y) * x + (1 + (positiveWeight - 1) * y) * softplus(-x);
        }

        @Override
        public double slope(double x, double y) {
            return 1 - y - (1 + (positiveWeight - 1) * y) / (1 + Math.exp(x));
        }

        @Override
        public double targetSlope(double x, double y) {
            return (positiveWeight - 1) * softplus(-x) - x;
        }

        private static double softplus(double x) {
            return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
        }
    }

    /**
     * The cross-entropy −y · log x − (1 − y) · log(1 − x) of two probabilities, no logarithm being below −100, nor x · (1 − x)
     * below 10⁻¹² in the slope, as in PyTorch's binary_cross_entropy.
     */
    public record BinaryEntropy() implements Function {
        private static final double LEAST_LOG = -100;
        private static final double LEAST_VARIANCE = 1e-12;

        @Override
        public double value(double x, double y) {
            return -y * log(x) - (1 - y) * log(1 - x);
        }

        @Override
        public double slope(double x, double y) {
            return (x - y) / Math.max(x * (1 - x), LEAST_VARIANCE);
        }

        @Override
        public double targetSlope(double x, double y) {
            return log(1 - x) - log(x);
        }

        private static double log(double probability) {
            return Math.max(Math.log(probability), LEAST_LOG);
        }
    }

    /** The share y · (log y − x) of a Kullback–Leibler divergence of a log-probability x and a probability y; 0 for y = 0. */
    public record Divergence() implements Function {
        @Override
        public double value(double x, double y) {
            return y > 0 ? y * (Math.log(y) - x) : -y * x;
        }

        @Override
        public double slope(double x, double y) {
            return -y;
        }

        @Override
        public double targetSlope(double x, double y) {
            return y > 0 ? Math.log(y) + 1 - x : -x;
        }
    }

    /** The same share eʸ · (y − x) where y is a log-probability too. */
    public record LogDivergence() implements Function {
        @Override
        public double value(double x, double y) {
            return Math.exp(y) * (y - x);
        }

        @Override
        public double slope(double x, double y) {
            return -Math.exp(y);
        }

        @Override
        public double targetSlope(double x, double y) {
            return Math.exp(y) * (y - x + 1);
        }
    }

    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return List.of(operands.get(0).withShape(TensorShape.SCALAR));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.OPERANDS);
    }
}
