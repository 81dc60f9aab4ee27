package jimu.engine.train.optimizer;

import jimu.engine.layer.NumberPair;

/** The step that Adam and AdamW have in common; they differ in what weight decay does before it. */
sealed interface AdamStep extends Optimizer permits Adam, AdamW {
    /** How much of both means is kept each step. */
    NumberPair betas();

    /** Added to the root, against division by zero. */
    double eps();

    /** Whether the largest mean of squares so far is used. */
    boolean amsgrad();

    @Override
    default int states() {
        return amsgrad() ? 3 : 2;
    }

    /** Takes the gradients into the means and moves the parameters: p ← p − lr · m̂ / (√v̂ + eps). */
    default void move(float[] parameters, float[] gradients, float[][] states, int count, long step) {
        Moments.follow(gradients, states, betas(), count);
        float[] mean = states[0];
        float[] scale = amsgrad() ? largest(states[1], states[2], count) : states[1];
        float rate = (float) (lr() / Moments.correction(betas().first(), step));
        float root = (float) (1 / Math.sqrt(Moments.correction(betas().second(), step)));
        float floor = (float) eps();
        for (int i = 0; i < count; i++) {
            parameters[i] -= rate * mean[i] / ((float) Math.sqrt(scale[i]) * root + floor);
        }
    }

    private static float[] largest(float[] square, float[] largest, int count) {
        for (int i = 0; i < count; i++) {
            largest[i] = Math.max(largest[i], square[i]);
        }
        return largest;
    }
}
