package jimu.engine.runtime.java;

import java.util.Optional;
import jimu.engine.runtime.Bound;
import jimu.engine.tensor.Tensor;

/**
 * What a normalisation works on: the data, then weight and bias if it scales and shifts, then the running statistics if it keeps
 * them.
 */
record NormalizationTensors(
        Tensor x,
        Tensor y,
        Optional<Tensor> weight,
        Optional<Tensor> bias,
        Optional<Tensor> runningMean,
        Optional<Tensor> runningVariance,
        Optional<Tensor> gradient,
        Optional<Tensor> weightGradient,
        Optional<Tensor> biasGradient,
        Optional<Tensor> resultGradient) {
    static NormalizationTensors of(Bound bound, boolean affine, boolean tracked) {
        int buffers = affine ? 3 : 1;
        return new NormalizationTensors(
                bound.operand(0),
                bound.result(),
                affine ? Optional.of(bound.operand(1)) : Optional.empty(),
                affine ? Optional.of(bound.operand(2)) : Optional.empty(),
                tracked ? Optional.of(bound.operand(buffers)) : Optional.empty(),
                tracked ? Optional.of(bound.operand(buffers + 1)) : Optional.empty(),
                bound.gradient(0),
                affine ? bound.gradient(1) : Optional.empty(),
                affine ? bound.gradient(2) : Optional.empty(),
                bound.backward() ? Optional.of(bound.resultGradient()) : Optional.empty());
    }
}
