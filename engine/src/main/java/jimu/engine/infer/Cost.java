package jimu.engine.infer;

import jimu.engine.layer.Lowered;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.shape.TensorType;

/**
 * What a layer has and does, counted once.
 *
 * @param parameters the elements that training changes
 * @param buffers the elements that are saved and not trained
 * @param multiplyAdds the multiply-adds of the forward pass for one sample
 * @param activations the elements of all outputs for one sample
 */
public record Cost(long parameters, long buffers, long multiplyAdds, long activations) {
    /** The counts of a layer that consists of {@code lowered}. Throws ArithmeticException where one exceeds a long. */
    public static Cost of(Lowered lowered) {
        long parameters = 0;
        long buffers = 0;
        for (ParameterSpec spec : lowered.parameters()) {
            if (spec.trainable()) {
                parameters = Math.addExact(parameters, spec.elements());
            } else {
                buffers = Math.addExact(buffers, spec.elements());
            }
        }
        long activations = 0;
        for (TensorType type : lowered.outputTypes()) {
            activations = Math.addExact(activations, type.shape().elements(1));
        }
        return new Cost(parameters, buffers, lowered.multiplyAdds(1), activations);
    }
}
