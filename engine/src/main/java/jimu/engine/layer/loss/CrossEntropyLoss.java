package jimu.engine.layer.loss;

import java.util.List;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Value;
import jimu.engine.op.Reduction;
import jimu.engine.op.SoftmaxCrossEntropy;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Cross-entropy between logits and classes: input (N, C, …), target (N, …) int32 class indices or (N, C, …) float32
 * probabilities → a number, as PyTorch's {@code nn.CrossEntropyLoss}. Softmax is part of it.
 *
 * @param reduction whether the losses of the samples are averaged or summed
 * @param labelSmoothing the share of the target spread evenly over all classes
 */
public record CrossEntropyLoss(
        Reduction reduction, @Param(min = 0, max = 1) double labelSmoothing) implements Loss {
    /** The mean without smoothing. */
    public CrossEntropyLoss() {
        this(Reduction.MEAN, 0);
    }

    @Override
    public String predictionPort() {
        return "input";
    }

    @Override
    public List<String> metrics() {
        return List.of("accuracy");
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType logits = inputs.get(0);
        TensorType target = inputs.get(1);
        if (!logits.dtype().isFloating()) {
            return Problem.unlessFloating(logits);
        }
        if (logits.shape().rank() < 2 || logits.shape().dim(1).batched()) {
            return List.of(Problem.shape("loss.logits", "float32 N × C × …", logits.toString())
                    .at("input"));
        }
        boolean indices = target.dtype() == DType.INT32;
        TensorShape expected = indices ? withoutClasses(logits.shape()) : logits.shape();
        if (!target.shape().equals(expected)) {
            return List.of(Problem.shape(
                            "loss.target",
                            new TensorType(target.dtype(), expected).toString(),
                            target.toString(),
                            logits.shape().toString())
                    .at("target"));
        }
        return List.of();
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        return lowering.applyAll(new SoftmaxCrossEntropy(reduction, labelSmoothing), inputs);
    }

    private static TensorShape withoutClasses(TensorShape logits) {
        TensorShape batch = logits.slice(0, 1);
        for (int axis = 2; axis < logits.rank(); axis++) {
            batch = batch.insert(axis - 1, logits.dim(axis));
        }
        return batch;
    }
}
