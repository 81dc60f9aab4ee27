package jimu.engine.train.optimizer;

import java.util.Optional;
import jimu.engine.layer.NumberPair;
import jimu.engine.layer.Param;

/**
 * Adam with Nesterov momentum (Dozat, 2016), as {@code optim.NAdam} of PyTorch 1.13: Adam's means m and v; with μₜ = β₁ · (1 − ½ ·
 * 0.96^(t · momentumDecay)) and Π the product of all μ up to t, p ← p − lr · ((1 − μₜ) · g / (1 − Π) + μₜ₊₁ · m / (1 − Π · μₜ · μₜ₊₁)) /
 * (√v̂ + eps). That μₜ counts twice in the last divisor is that release's; the paper has Π · μₜ₊₁. Π is the third number
 * remembered.
 *
 * @param lr the learning rate
 * @param betas how much of m and of v is kept each step
 * @param eps added to the root, against division by zero
 * @param weightDecay pulls parameters to zero: added to the gradient times the parameter
 * @param momentumDecay how fast the momentum grows to its full size
 */
public record NAdam(
        @Param(min = 0) double lr,
        @Param(min = 0, max = 0.9999999) NumberPair betas,
        @Param(min = 0) double eps,
        @Param(min = 0) double weightDecay,
        @Param(min = 0) double momentumDecay)
        implements Optimizer {
    /** PyTorch's defaults. */
    public NAdam() {
        this(0.002, new NumberPair(0.9, 0.999), 1e-8, 0, 0.004);
    }

    @Override
    public NAdam withLr(double rate) {
        return new NAdam(rate, betas, eps, weightDecay, momentumDecay);
    }

    @Override
    public Optional<Optimizer> withMomentum(double first) {
        return Optional.of(new NAdam(lr, betas.withFirst(first), eps, weightDecay, momentumDecay));
    }

    @Override
    public int states() {
        return 3;
    }

    @Override
    public void update(float[] parameters, float[] gradients, float[][] states, int count, long step) {
        WeightDecay.enter(gradients, parameters, weightDecay, count);
        Moments.follow(gradients, states, betas, count);
        float[] mean = states[0];
        float[] square = states[1];
        float[] products = states[2];
        double now = momentum(step);
        double next = momentum(step + 1);
        float kept = (float) now;
        float begun = step == 1 ? 1 : 0;
        float ofGradient = (float) (lr * (1 - now));
        float ofMean = (float) (lr * next);
        float ahead = (float) (now * next);
        float root = (float) Math.sqrt(Moments.correction(betas.second(), step));
        float floor = (float) eps;
        for (int i = 0; i < count; i++) {
            float product = (products[i] + begun) * kept;
            products[i] = product;
            float direction = ofGradient * gradients[i] / (1 - product) + ofMean * mean[i] / (1 - product * ahead);
            parameters[i] -= direction / ((float) Math.sqrt(square[i]) / root + floor);
        }
    }

    private double momentum(long step) {
        return betas.first() * (1 - 0.5 * Math.pow(0.96, step * momentumDecay));
    }
}
