package jimu.engine.layer.activation;

import java.util.Map;
import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.layer.PyTorch;
import jimu.engine.op.Activation;
import jimu.engine.shape.TensorType;

/** The sine, elementwise over any shape, as PyTorch's {@code torch.sin}: a feature for what repeats itself. */
public record Sin() implements ElementwiseActivation {
    @Override
    public Activation function() {
        return new Activation.Sine();
    }

    @Override
    public PyTorch pytorch(Map<String, TensorType> inputs) {
        return PyTorch.expression("torch.sin({input})");
    }
}
