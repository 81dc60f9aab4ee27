package jimu.engine.train.optimizer;

import jimu.engine.layer.Param;

/**
 * Adagrad (Duchi, Hazan and Singer, 2011), as PyTorch's {@code optim.Adagrad}: s ← s + g², p ← p − lr / (1 + (step − 1) ·
 * lrDecay) · g / (√s + eps).
 *
 * @param lr the learning rate
 * @param lrDecay how fast the rate falls with the number of steps
 * @param weightDecay pulls parameters to zero: added to the gradient times the parameter
 * @param initialAccumulatorValue what the sum of squares begins with
 * @param eps added to the root, against division by zero
 */
public record Adagrad(
        @Param(min = 0) double lr,
        @Param(min = 0) double lrDecay,
        @Param(min = 0) double weightDecay,
        @Param(min = 0) double initialAccumulatorValue,
        @Param(min = 0) double eps)
        implements Optimizer {
    /** PyTorch's defaults. */
    public Adagrad() {
        this(0.01, 0, 0, 0, 1e-10);
    }

    @Override
    public Adagrad withLr(double rate) {
        return new Adagrad(rate, lrDecay, weightDecay, initialAccumulatorValue, eps);
    }

    @Override
    public int states() {
        return 1;
    }

    @Override
    public void update(float[] parameters, float[] gradients, float[][] states, int count, long step) {
        WeightDecay.enter(gradients, parameters, weightDecay, count);
        float[] sum = states[0];
        float begun = step == 1 ? (float) initialAccumulatorValue : 0;
        float rate = (float) (lr / (1 + (step - 1) * lrDecay));
        float floor = (float) eps;
        for (int i = 0; i < count; i++) {
            float gradient = gradients[i];
            sum[i] += begun + gradient * gradient;
            parameters[i] -= rate * gradient / ((float) Math.sqrt(sum[i]) + floor);
        }
    }
}
