package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A loss that compares each element of a prediction with that of a target.
 *
 * <p>Operands: prediction and target of one shape and floating type. Result: a scalar. MEAN divides by the number of elements.
 *
 * @param function what one pair of elements costs
 * @param reduction how the elements' losses are combined
 */
public record ElementLoss(Function function, Reduction reduction) implements Op {
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

    /** The cross-entropy −y · log σ(x) − (1 − y) · log(1 − σ(x)) of a logit x and a probability y. */
    public record LogisticEntropy() implements Function {
        @Override
        public double value(double x, double y) {
            return Math.max(x, 0) - x * y + Math.log1p(Math.exp(-Math.abs(x)));
        }

        @Override
        public double slope(double x, double y) {
            return 1 / (1 + Math.exp(-x)) - y;
        }

        @Override
        public double targetSlope(double x, double y) {
            return -x;
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
