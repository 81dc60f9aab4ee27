package jimu.engine.train.optimizer;

import java.util.Optional;
import jimu.engine.layer.NumberPair;
import jimu.engine.layer.Param;

/**
 * Rectified Adam (Liu and others, 2020), as PyTorch's {@code optim.RAdam}: Adam's means m and v; while too few steps are behind it
 * to judge v (ρ ≤ 5), p ← p − lr · m̂; later p ← p − lr · r · √(1 − β₂^step) · m̂ / (√v + eps) with the rectification r.
 *
 * @param lr the learning rate
 * @param betas how much of m and of v is kept each step
 * @param eps added to the root, against division by zero
 * @param weightDecay pulls parameters to zero: added to the gradient times the parameter
 */
public record RAdam(
        @Param(min = 0) double lr,
        @Param(min = 0, max = 0.9999999) NumberPair betas,
        @Param(min = 0) double eps,
        @Param(min = 0) double weightDecay)
        implements Optimizer {
    /** PyTorch's defaults. */
    public RAdam() {
        this(0.001, new NumberPair(0.9, 0.999), 1e-8, 0);
    }

    @Override
    public RAdam withLr(double rate) {
        return new RAdam(rate, betas, eps, weightDecay);
    }

    @Override
    public Optional<Optimizer> withMomentum(double first) {
        return Optional.of(new RAdam(lr, betas.withFirst(first), eps, weightDecay));
    }

    @Override
    public int states() {
        return 2;
    }

    @Override
    public void update(float[] parameters, float[] gradients, float[][] states, int count, long step) {
        WeightDecay.enter(gradients, parameters, weightDecay, count);
        Moments.follow(gradients, states, betas, count);
        float[] mean = states[0];
        float[] square = states[1];
        double rate = lr / Moments.correction(betas.first(), step);
        double correction = Moments.correction(betas.second(), step);
        double most = 2 / (1 - betas.second()) - 1;
        double length = most - 2 * step * (1 - correction) / correction;
        if (length > 5) {
            double rectified = (length - 4) * (length - 2) * most / ((most - 4) * (most - 2) * length);
            float adapted = (float) (rate * Math.sqrt(rectified * correction));
            float floor = (float) eps;
            for (int i = 0; i < count; i++) {
                parameters[i] -= adapted * mean[i] / ((float) Math.sqrt(square[i]) + floor);
            }
        } else {
            float plain = (float) rate;
            for (int i = 0; i < count; i++) {
                parameters[i] -= plain * mean[i];
            }
        }
    }
}
