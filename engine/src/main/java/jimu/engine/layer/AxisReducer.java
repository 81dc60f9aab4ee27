package jimu.engine.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import jimu.engine.message.Messages;
import jimu.engine.op.AxisReduction;
import jimu.engine.op.Reduction;
import jimu.engine.op.Reshape;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** A layer that makes one number of all those along some axes, which fall away or stay with size 1. */
public interface AxisReducer extends Layer {
    /** The axes, negative counting from the end. */
    List<Integer> dims();

    /** Whether the axes stay, with size 1. */
    boolean keepdim();

    /** Whether elements are averaged or summed. */
    Reduction reduction();

    @Override
    default List<Problem> check(List<TensorType> inputs) {
        TensorType x = inputs.get(0);
        if (!x.dtype().isFloating()) {
            return Problem.unlessFloating(x);
        }
        return dims().isEmpty()
                ? List.of(Problem.shape(
                        "axis.none", Messages.text("expected.one_axis"), Messages.text("expected.none"), "dims"))
                : Axes.checkWithinSample("dims", dims(), x);
    }

    @Override
    default PyTorch pytorch(Map<String, TensorType> inputs) {
        String function = reduction().name().toLowerCase(Locale.ROOT);
        return PyTorch.expression(
                "{input}." + function + "(dim=" + PythonLiteral.of(dims()) + (keepdim() ? ", keepdim=True)" : ")"));
    }

    @Override
    default List<Origin> origins(int output, List<TensorType> inputs) {
        TensorShape x = inputs.get(0).shape();
        List<Integer> axes = Axes.of(dims(), x);
        return IntStream.range(0, x.rank())
                .filter(axis -> keepdim() || !axes.contains(axis))
                .mapToObj(axis -> axes.contains(axis) ? new Origin.Single() : Origin.same(0, axis))
                .toList();
    }

    @Override
    default List<Value> lower(Lowering lowering, List<Value> inputs) {
        TensorShape x = inputs.get(0).type().shape();
        List<Integer> axes = Axes.of(dims(), x);
        Value reduced = lowering.apply(new AxisReduction(reduction(), axes), inputs.get(0));
        if (!keepdim()) {
            return List.of(reduced);
        }
        List<Dim> kept = new ArrayList<>(x.dims());
        axes.forEach(axis -> kept.set(axis, Dim.of(1)));
        return List.of(lowering.apply(new Reshape(new TensorShape(kept)), reduced));
    }
}
