package jimu.engine.layer;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.op.Softmax;
import jimu.engine.op.Softmax.Form;
import jimu.engine.shape.TensorType;

/** A softmax along one axis, of any shape: float32 → the same shape. */
public interface AxisSoftmax extends Layer {
    /** The axis, negative counting from the end. */
    int dim();

    /** What of each probability comes out. */
    Form form();

    @Override
    default List<Problem> check(List<TensorType> inputs) {
        List<Problem> problems = new ArrayList<>(Problem.unlessFloating(inputs.get(0)));
        problems.addAll(Axes.check("dim", dim(), inputs.get(0)));
        return problems;
    }

    @Override
    default List<Value> lower(Lowering lowering, List<Value> inputs) {
        int axis = Axes.of(dim(), inputs.get(0).type().shape());
        return lowering.applyAll(new Softmax(axis, form()), inputs);
    }
}
