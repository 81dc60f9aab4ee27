package jimu.engine.layer.activation;

import java.util.Map;
import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.layer.PyTorch;
import jimu.engine.op.Activation;
import jimu.engine.shape.TensorType;

/**
 * The same straight line for every element, of any shape: y = scale · x + shift, as attention divides by √d or a picture is brought
 * from 0 … 255 to −1 … 1.
 *
 * @param scale by what each number is multiplied
 * @param shift what is added then
 */
public record Affine(double scale, double shift) implements ElementwiseActivation {
    /** Leaves everything as it is. */
    public Affine() {
        this(1, 0);
    }

    @Override
    public Activation function() {
        return new Activation.Line(scale, shift);
    }

    @Override
    public PyTorch pytorch(Map<String, TensorType> inputs) {
        return PyTorch.expression(
                shift == 0 ? "({input} * " + scale + ")" : "({input} * " + scale + " + " + shift + ")");
    }
}
