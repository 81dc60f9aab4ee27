package jimu.engine.train.optimizer;

import jimu.engine.layer.NumberPair;

/** Adam's moving means: of the gradient in the first state, of its square in the second. */
final class Moments {
    private Moments() {}

    /** Takes one step's gradients into both means. */
    static void follow(float[] gradients, float[][] states, NumberPair betas, int count) {
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
    }

    /** What a mean that began at zero is divided by: 1 − beta^step. */
    static double correction(double beta, long step) {
        return 1 - Math.pow(beta, (double) step);
    }
}
