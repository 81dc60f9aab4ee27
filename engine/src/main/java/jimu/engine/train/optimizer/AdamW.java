package jimu.engine.train.optimizer;

import java.util.Optional;
import jimu.engine.layer.NumberPair;
import jimu.engine.layer.Param;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019), as PyTorch's {@code optim.AdamW}: p ← p · (1 − lr ·
 * weightDecay), then Adam's step.
 *
 * @param lr the learning rate
 * @param betas how much of m and of v is kept each step
 * @param eps added to the root, against division by zero
 * @param weightDecay shrinks parameters by this share of the rate each step, whatever their gradients
 * @param amsgrad whether the largest v so far is used, so that steps never grow again
 */
public record AdamW(
        @Param(min = 0) double lr,
        @Param(min = 0, max = 0.9999999) NumberPair betas,
        @Param(min = 0) double eps,
        @Param(min = 0) double weightDecay,
        boolean amsgrad)
        implements AdamStep {
    /** PyTorch's defaults. */
    public AdamW() {
        this(0.001, new NumberPair(0.9, 0.999), 1e-8, 0.01, false);
    }

    @Override
    public AdamW withLr(double rate) {
        return new AdamW(rate, betas, eps, weightDecay, amsgrad);
    }

    @Override
    public Optional<Optimizer> withMomentum(double first) {
        return Optional.of(new AdamW(lr, betas.withFirst(first), eps, weightDecay, amsgrad));
    }

    @Override
    public void update(float[] parameters, float[] gradients, float[][] states, int count, long step) {
        float kept = (float) (1 - lr * weightDecay);
        for (int i = 0; i < count; i++) {
            parameters[i] *= kept;
        }
        move(parameters, gradients, states, count, step);
    }
}
