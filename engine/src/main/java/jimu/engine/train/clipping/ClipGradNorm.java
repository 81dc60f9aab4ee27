package jimu.engine.train.clipping;

import jimu.engine.layer.Param;

/**
 * Shortens all gradients together to a greatest norm, as PyTorch's {@code nn.utils.clip_grad_norm_}: g ← g · min(1, maxNorm /
 * (‖g‖ + 10⁻⁶)) with the norm over all parameters.
 *
 * @param maxNorm the greatest norm
 * @param normType the p of the norm (Σ|g|^p)^(1/p)
 */
public record ClipGradNorm(
        @Param(min = 0, required = true) double maxNorm,
        @Param(min = 1) double normType) implements Clipping {
    private static final double FLOOR = 1e-6;
    private static final double EUCLIDEAN = 2;

    /** A norm of 1, for which PyTorch has no default, measured as PyTorch does by default. */
    public ClipGradNorm() {
        this(1, EUCLIDEAN);
    }

    @Override
    public double measure(float[] gradients, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double gradient = gradients[i];
            sum += normType == EUCLIDEAN ? gradient * gradient : Math.pow(Math.abs(gradient), normType);
        }
        return sum;
    }

    @Override
    public void clip(float[] gradients, int count, double measured) {
        double factor = maxNorm / (Math.pow(measured, 1 / normType) + FLOOR);
        if (factor >= 1) {
            return;
        }
        float scale = (float) factor;
        for (int i = 0; i < count; i++) {
            gradients[i] *= scale;
        }
    }
}
