package jimu.engine.layer.activation;

import java.util.List;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Value;
import jimu.engine.op.Unary;
import jimu.engine.shape.TensorType;

/** The rectifier: y = max(x, 0), elementwise over any shape, as PyTorch's {@code nn.ReLU}. */
public record ReLU() implements Layer {
    @Override
    public List<Problem> check(List<TensorType> inputs) {
        return Problem.unlessFloating(inputs.get(0));
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        return List.of(lowering.apply(new Unary(Unary.Function.RELU), inputs.get(0)));
    }
}
