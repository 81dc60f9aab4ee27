package jimu.engine.layer;

import java.util.List;
import jimu.engine.op.ElementLoss;
import jimu.engine.shape.TensorType;

/** A loss that compares element with element: input x and target y of one shape, float32 → a number. */
public interface ElementwiseLoss extends Loss {
    /** What one pair of elements costs, and how the costs become one number. */
    ElementLoss operation();

    @Override
    default List<Problem> check(List<TensorType> inputs) {
        TensorType prediction = inputs.get(0);
        TensorType target = inputs.get(1);
        if (!prediction.dtype().isFloating()) {
            return Problem.unlessFloating(prediction);
        }
        return target.equals(prediction)
                ? List.of()
                : List.of(Problem.shape("loss.pair", prediction.toString(), target.toString())
                        .at("target", target.shape().differing(prediction.shape())));
    }

    @Override
    default List<Value> lower(Lowering lowering, List<Value> inputs) {
        return lowering.applyAll(operation(), inputs);
    }
}
