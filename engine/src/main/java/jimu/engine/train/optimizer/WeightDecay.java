package jimu.engine.train.optimizer;

/** The pull of parameters to zero, as PyTorch's {@code weight_decay}. */
final class WeightDecay {
    private WeightDecay() {}

    /** Adds the parameters times {@code decay} to their gradients: g ← g + decay · p. */
    static void enter(float[] gradients, float[] parameters, double decay, int count) {
        if (decay == 0) {
            return;
        }
        float pull = (float) decay;
        for (int i = 0; i < count; i++) {
            gradients[i] += pull * parameters[i];
        }
    }
}
