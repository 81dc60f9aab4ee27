package jimu.engine.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.message.Messages;
import jimu.engine.shape.TensorShape;

/**
 * How far a computed number x may be from the reference r: |x − r| ≤ relative · |r| + absolute · max(1, max|r|).
 *
 * @param relative the share of the number itself
 * @param absolute the share of the largest number of its tensor
 */
record Tolerance(double relative, double absolute) {
    /** For a single layer or loss. */
    static final Tolerance STEP = new Tolerance(1e-5, 2e-6);
    /** For learning rates, which are computed in double. */
    static final Tolerance RATE = new Tolerance(1e-9, 1e-12);
    /** For ten steps of an optimiser. */
    static final Tolerance OPTIMIZER = new Tolerance(1e-4, 2e-5);

    /** For the steps of a whole network. */
    static final Tolerance NETWORK = new Tolerance(1e-3, 1e-5);

    /** Where {@code found} differs most from {@code expected}, in words, if it differs at all. */
    Optional<String> difference(String what, ReferenceTensor expected, double[] found) {
        if (found.length != expected.values().length) {
            return Optional.of(Messages.text("verify.length", what, expected.values().length, found.length));
        }
        double scale = expected.scale();
        double worst = 0;
        int place = -1;
        for (int i = 0; i < found.length; i++) {
            double excess = excess(expected.values()[i], found[i], scale);
            if (excess > worst) {
                worst = excess;
                place = i;
            }
        }
        return place < 0
                ? Optional.empty()
                : Optional.of(Messages.text(
                        "verify.number",
                        what,
                        position(place, expected.shape()),
                        expected.values()[place],
                        found[place]));
    }

    /** How far a number lies outside what is allowed; 0 if it does not. */
    private double excess(double expected, double found, double scale) {
        if (Double.compare(expected, found) == 0) {
            return 0;
        }
        double distance = Math.abs(found - expected);
        double allowed = relative * Math.abs(expected) + absolute * scale;
        if (distance <= allowed) {
            return 0;
        }
        return Double.isNaN(distance - allowed) ? Double.POSITIVE_INFINITY : distance - allowed;
    }

    private static String position(int place, TensorShape shape) {
        List<Long> indices = new ArrayList<>();
        long rest = place;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            long size = shape.dim(axis).factor();
            indices.add(0, rest % size);
            rest /= size;
        }
        return indices.toString();
    }
}
