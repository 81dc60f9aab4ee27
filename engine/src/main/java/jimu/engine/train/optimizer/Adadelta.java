package jimu.engine.train.optimizer;

import jimu.engine.layer.Param;

/**
 * Adadelta (Zeiler, 2012), as PyTorch's {@code optim.Adadelta}: moving means v of the squared gradient and u of the squared step;
 * d = √(u + eps) / √(v + eps) · g, p ← p − lr · d.
 *
 * @param lr scales every step
 * @param rho how much of both means is kept each step
 * @param eps added under both roots
 * @param weightDecay pulls parameters to zero: added to the gradient times the parameter
 */
public record Adadelta(
        @Param(min = 0) double lr,
        @Param(min = 0, max = 1) double rho,
        @Param(min = 0) double eps,
        @Param(min = 0) double weightDecay)
        implements Optimizer {
    /** PyTorch's defaults. */
    public Adadelta() {
        this(1, 0.9, 1e-6, 0);
    }

    @Override
    public Adadelta withLr(double rate) {
        return new Adadelta(rate, rho, eps, weightDecay);
    }

    @Override
    public int states() {
        return 2;
    }

    @Override
    public void update(float[] parameters, float[] gradients, float[][] states, int count, long step) {
        WeightDecay.enter(gradients, parameters, weightDecay, count);
        float[] square = states[0];
        float[] moved = states[1];
        float kept = (float) rho;
        float taken = (float) (1 - rho);
        float floor = (float) eps;
        float rate = (float) lr;
        for (int i = 0; i < count; i++) {
            float gradient = gradients[i];
            square[i] = kept * square[i] + taken * gradient * gradient;
            float delta = (float) (Math.sqrt(moved[i] + floor) / Math.sqrt(square[i] + floor)) * gradient;
            moved[i] = kept * moved[i] + taken * delta * delta;
            parameters[i] -= rate * delta;
        }
    }
}
