package jimu.engine.train.optimizer;

import java.util.Optional;
import jimu.engine.layer.NumberPair;
import jimu.engine.layer.Param;

/**
 * Adam (Kingma and Ba, 2015), as PyTorch's {@code optim.Adam}: moving means m of the gradient and v of its square, corrected for
 * their start at zero; p ← p − lr · m̂ / (√v̂ + eps).
 *
 * @param lr the learning rate
 * @param betas how much of m and of v is kept each step
 * @param eps added to the root, against division by zero
 * @param weightDecay pulls parameters to zero: added to the gradient times the parameter
 * @param amsgrad whether the largest v so far is used, so that steps never grow again
 */
public record Adam(
        @Param(min = 0) double lr,
        @Param(min = 0, max = 0.9999999) NumberPair betas,
        @Param(min = 0) double eps,
        @Param(min = 0) double weightDecay,
        boolean amsgrad)
        implements AdamStep {
    /** PyTorch's defaults. */
    public Adam() {
        this(0.001, new NumberPair(0.9, 0.999), 1e-8, 0, false);
    }

    @Override
    public Adam withLr(double rate) {
        return new Adam(rate, betas, eps, weightDecay, amsgrad);
    }

    @Override
    public Optional<Optimizer> withMomentum(double first) {
        return Optional.of(new Adam(lr, betas.withFirst(first), eps, weightDecay, amsgrad));
    }

    @Override
    public void update(float[] parameters, float[] gradients, float[][] states, int count, long step) {
        WeightDecay.enter(gradients, parameters, weightDecay, count);
        move(parameters, gradients, states, count, step);
    }
}
