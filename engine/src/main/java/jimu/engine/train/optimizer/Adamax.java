package jimu.engine.train.optimizer;

import java.util.Optional;
import jimu.engine.layer.NumberPair;
import jimu.engine.layer.Param;

/**
 * Adam with the largest gradient instead of a mean of squares (Kingma and Ba, 2015), as PyTorch's {@code optim.Adamax}: u ←
 * max(β₂ · u, |g| + eps), p ← p − lr · m̂ / u.
 *
 * @param lr the learning rate
 * @param betas how much of m and of u is kept each step
 * @param eps added to the size of the gradient, against division by zero
 * @param weightDecay pulls parameters to zero: added to the gradient times the parameter
 */
public record Adamax(
        @Param(min = 0) double lr,
        @Param(min = 0, max = 0.9999999) NumberPair betas,
        @Param(min = 0) double eps,
        @Param(min = 0) double weightDecay)
        implements Optimizer {
    /** PyTorch's defaults. */
    public Adamax() {
        this(0.002, new NumberPair(0.9, 0.999), 1e-8, 0);
    }

    @Override
    public Adamax withLr(double rate) {
        return new Adamax(rate, betas, eps, weightDecay);
    }

    @Override
    public Optional<Optimizer> withMomentum(double first) {
        return Optional.of(new Adamax(lr, betas.withFirst(first), eps, weightDecay));
    }

    @Override
    public int states() {
        return 2;
    }

    @Override
    public void update(float[] parameters, float[] gradients, float[][] states, int count, long step) {
        WeightDecay.enter(gradients, parameters, weightDecay, count);
        float[] mean = states[0];
        float[] largest = states[1];
        float keptMean = (float) betas.first();
        float newMean = (float) (1 - betas.first());
        float keptLargest = (float) betas.second();
        float floor = (float) eps;
        float rate = (float) (lr / Moments.correction(betas.first(), step));
        for (int i = 0; i < count; i++) {
            float gradient = gradients[i];
            mean[i] = keptMean * mean[i] + newMean * gradient;
            largest[i] = Math.max(keptLargest * largest[i], Math.abs(gradient) + floor);
            parameters[i] -= rate * mean[i] / largest[i];
        }
    }
}
