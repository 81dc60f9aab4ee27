package jimu.engine.layer;

import java.util.List;
import jimu.engine.op.Activation;
import jimu.engine.op.Unary;
import jimu.engine.shape.TensorType;

/** A layer that applies one function to each element: float32 of any shape → the same shape. */
public interface ElementwiseActivation extends Layer {
    /** The function. */
    Activation function();

    @Override
    default List<Problem> check(List<TensorType> inputs) {
        return Problem.unlessFloating(inputs.get(0));
    }

    @Override
    default List<Value> lower(Lowering lowering, List<Value> inputs) {
        return lowering.applyAll(new Unary(function()), inputs);
    }
}
