package jimu.engine.infer;

/**
 * Sums over the layers that inference knows; one beyond a long stays at the largest.
 *
 * @param parameters elements that training changes; shared weights count once
 * @param buffers elements that are saved and not trained, such as running statistics
 * @param multiplyAdds of the forward pass for one sample
 * @param activations elements of all outputs for one sample
 * @param partial whether some layer is unknown, so that the sums lack its share
 */
public record Totals(long parameters, long buffers, long multiplyAdds, long activations, boolean partial) {}
