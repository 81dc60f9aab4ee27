package jimu.engine.train.optimizer;

import java.util.Optional;
import jimu.engine.layer.Param;

/**
 * RMSprop (Hinton, 2012), as PyTorch's {@code optim.RMSprop}: a moving mean v of the squared gradient; d = g / (√v + eps), p ←
 * p − lr · d. Centred, the square of the gradient's mean is taken off v; with momentum, b ← momentum · b + d steps in d's place.
 *
 * @param lr the learning rate
 * @param alpha how much of v is kept each step
 * @param eps added to the root, against division by zero
 * @param weightDecay pulls parameters to zero: added to the gradient times the parameter
 * @param momentum how much of the last direction is kept
 * @param centered whether v is made the gradient's variance
 */
public record RMSprop(
        @Param(min = 0) double lr,
        @Param(min = 0, max = 1) double alpha,
        @Param(min = 0) double eps,
        @Param(min = 0) double weightDecay,
        @Param(min = 0) double momentum,
        boolean centered)
        implements Optimizer {
    /** PyTorch's defaults. */
    public RMSprop() {
        this(0.01, 0.99, 1e-8, 0, 0, false);
    }

    @Override
    public RMSprop withLr(double rate) {
        return new RMSprop(rate, alpha, eps, weightDecay, momentum, centered);
    }

    @Override
    public Optional<Optimizer> withMomentum(double other) {
        return Optional.of(new RMSprop(lr, alpha, eps, weightDecay, other, centered));
    }

    @Override
    public int states() {
        return 1 + (momentum == 0 ? 0 : 1) + (centered ? 1 : 0);
    }

    @Override
    public void update(float[] parameters, float[] gradients, float[][] states, int count, long step) {
        WeightDecay.enter(gradients, parameters, weightDecay, count);
        float[] square = states[0];
        float kept = (float) alpha;
        float taken = (float) (1 - alpha);
        for (int i = 0; i < count; i++) {
            square[i] = kept * square[i] + taken * gradients[i] * gradients[i];
        }
        if (centered) {
            scaleByVariance(gradients, square, states[states.length - 1], count);
        } else {
            scaleBySquare(gradients, square, count);
        }
        if (momentum != 0) {
            addMomentum(gradients, states[1], count);
        }
        float rate = (float) lr;
        for (int i = 0; i < count; i++) {
            parameters[i] -= rate * gradients[i];
        }
    }

    private void scaleBySquare(float[] gradients, float[] square, int count) {
        float floor = (float) eps;
        for (int i = 0; i < count; i++) {
            gradients[i] /= (float) Math.sqrt(square[i]) + floor;
        }
    }

    /** Rounding can make a variance of nothing negative, which must not become NaN. */
    private void scaleByVariance(float[] gradients, float[] square, float[] mean, int count) {
        float kept = (float) alpha;
        float taken = (float) (1 - alpha);
        float floor = (float) eps;
        for (int i = 0; i < count; i++) {
            mean[i] = kept * mean[i] + taken * gradients[i];
            float variance = Math.max(0, square[i] - mean[i] * mean[i]);
            gradients[i] /= (float) Math.sqrt(variance) + floor;
        }
    }

    private void addMomentum(float[] directions, float[] buffer, int count) {
        float kept = (float) momentum;
        for (int i = 0; i < count; i++) {
            buffer[i] = kept * buffer[i] + directions[i];
            directions[i] = buffer[i];
        }
    }
}
