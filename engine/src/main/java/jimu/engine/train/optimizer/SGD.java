package jimu.engine.train.optimizer;

import java.util.Optional;
import jimu.engine.layer.Param;
import jimu.engine.message.Messages;

/**
 * Stochastic gradient descent with momentum, as PyTorch's {@code optim.SGD}: b ← momentum · b + (1 − dampening) · g, p ← p − lr ·
 * b, where the first b is g itself.
 *
 * @param lr the learning rate
 * @param momentum how much of the last direction is kept
 * @param dampening how much of the new gradient is held back
 * @param weightDecay pulls parameters to zero: added to the gradient times the parameter
 * @param nesterov whether the gradient is looked at ahead of the momentum; needs a momentum and no dampening
 */
public record SGD(
        @Param(min = 0, required = true) double lr,
        @Param(min = 0) double momentum,
        double dampening,
        @Param(min = 0) double weightDecay,
        boolean nesterov)
        implements Optimizer {
    /** A rate of 0.01 and nothing else. */
    public SGD() {
        this(0.01, 0, 0, 0, false);
    }

    @Override
    public SGD withLr(double rate) {
        return new SGD(rate, momentum, dampening, weightDecay, nesterov);
    }

    @Override
    public Optional<Optimizer> withMomentum(double other) {
        return Optional.of(new SGD(lr, other, dampening, weightDecay, nesterov));
    }

    @Override
    public Optional<String> contradiction() {
        return nesterov && (momentum == 0 || dampening != 0)
                ? Optional.of(
                        Messages.text("optimizer.nesterov", Double.toString(momentum), Double.toString(dampening)))
                : Optional.empty();
    }

    @Override
    public int states() {
        return momentum == 0 ? 0 : 1;
    }

    @Override
    public void update(float[] parameters, float[] gradients, float[][] states, int count, long step) {
        WeightDecay.enter(gradients, parameters, weightDecay, count);
        if (momentum != 0) {
            addMomentum(gradients, states[0], count, step);
        }
        float rate = (float) lr;
        for (int i = 0; i < count; i++) {
            parameters[i] -= rate * gradients[i];
        }
    }

    private void addMomentum(float[] gradients, float[] buffer, int count, long step) {
        float kept = step == 1 ? 0 : (float) momentum;
        float taken = step == 1 ? 1 : (float) (1 - dampening);
        float ahead = (float) momentum;
        for (int i = 0; i < count; i++) {
            float direction = kept * buffer[i] + taken * gradients[i];
            buffer[i] = direction;
            gradients[i] = nesterov ? gradients[i] + ahead * direction : direction;
        }
    }
}
