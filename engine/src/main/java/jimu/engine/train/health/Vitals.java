package jimu.engine.train.health;

import java.util.List;

/**
 * All readings of one moment between two steps.
 *
 * @param loss of losses and gradient norms
 * @param parameters of weight matrices and kernels, in the order in which the layers are computed
 * @param activations of activations, in that order
 * @param steps over which parameters were seen to move or not
 */
public record Vitals(
        LossVitals loss, List<ParameterVitals> parameters, List<ActivationVitals> activations, long steps) {
    public Vitals {
        parameters = List.copyOf(parameters);
        activations = List.copyOf(activations);
    }
}
