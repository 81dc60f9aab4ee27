package jimu.engine.layer;

import java.util.List;
import java.util.Map;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** A loss that asks for the right class: input (N, C, …) float32, target (N, …) int32 class indices → a number. */
public interface ClassLoss extends Loss {
    /** How much each class counts; none stands for ones. */
    NumberList weight();

    /** Whether the target may also be a float32 probability of each class, (N, C, …). */
    boolean takesProbabilities();

    @Override
    default List<Measure> metrics() {
        return List.of(Measure.of("accuracy"), Measure.of("top5_accuracy"));
    }

    @Override
    default List<Problem> check(List<TensorType> inputs) {
        TensorType prediction = inputs.get(0);
        TensorType target = inputs.get(1);
        TensorShape shape = prediction.shape();
        if (!prediction.dtype().isFloating()) {
            return Problem.unlessFloating(prediction);
        }
        if (shape.rank() < 2 || shape.dim(1).batched()) {
            return List.of(Problem.shape("loss.logits", "float32 N × C × …", prediction.toString())
                    .at("input"));
        }
        boolean indices = target.dtype() == DType.INT32 || !takesProbabilities();
        TensorType expected =
                indices ? new TensorType(DType.INT32, withoutClasses(shape)) : new TensorType(target.dtype(), shape);
        if (!target.equals(expected)) {
            return List.of(Problem.shape("loss.target", expected.toString(), target.toString(), shape.toString())
                    .at("target"));
        }
        int weights = weight().numbers().size();
        if (weights > 0 && weights != shape.dim(1).factor()) {
            return List.of(Problem.shape("loss.weights", shape.dim(1).toString(), weights + "", shape.toString())
                    .at("input", List.of(1)));
        }
        return List.of();
    }

    /** PyTorch takes class indices as int64 only. */
    @Override
    default PyTorch pytorch(Map<String, TensorType> inputs) {
        PyTorch module = PyTorch.module("nn." + type()).with("weight", weight());
        TensorType target = inputs.get("target");
        return target != null && target.dtype() == DType.INT32
                ? module.called("{module}({input}, {target}.long())")
                : module;
    }

    private static TensorShape withoutClasses(TensorShape logits) {
        TensorShape batch = logits.slice(0, 1);
        for (int axis = 2; axis < logits.rank(); axis++) {
            batch = batch.insert(axis - 1, logits.dim(axis));
        }
        return batch;
    }
}
