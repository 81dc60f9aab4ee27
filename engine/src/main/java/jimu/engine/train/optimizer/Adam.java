package jimu.engine.train.optimizer;

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
        implements Optimizer {
    /** PyTorch's defaults. */
    public Adam() {
        this(0.001, new NumberPair(0.9, 0.999), 1e-8, 0, false);
    }

    @Override
    public Adam withLr(double rate) {
        return new Adam(rate, betas, eps, weightDecay, amsgrad);
    }

    @Override
    public int states() {
        return amsgrad ? 3 : 2;
    }

    @Override
    public void update(float[] parameters, float[] gradients, float[][] states, int count, long step) {
        if (weightDecay != 0) {
            float decay = (float) weightDecay;
            for (int i = 0; i < count; i++) {
                gradients[i] += decay * parameters[i];
            }
        }
        float[] mean = states[0];
        float[] square = states[1];
        float keptMean = (float) betas.first();
        float newMean = (float) (1 - betas.first());
        float keptSquare = (float) betas.second();
        float newSquare = (float) (1 - betas.second());
        for (int i = 0; i < count; i++) {
            float gradient = gradients[i];
            mean[i] = keptMean * mean[i] + newMean * gradient;
            square[i] = keptSquare * square[i] + newSquare * gradient * gradient;
        }
        float[] scale = amsgrad ? largest(square, states[2], count) : square;
        float rate = (float) (lr / (1 - Math.pow(betas.first(), (double) step)));
        float root = (float) Math.sqrt(1 - Math.pow(betas.second(), (double) step));
        float floor = (float) eps;
        for (int i = 0; i < count; i++) {
            parameters[i] -= rate * mean[i] / ((float) Math.sqrt(scale[i]) / root + floor);
        }
    }

    private static float[] largest(float[] square, float[] largest, int count) {
        for (int i = 0; i < count; i++) {
            largest[i] = Math.max(largest[i], square[i]);
        }
        return largest;
    }
}
