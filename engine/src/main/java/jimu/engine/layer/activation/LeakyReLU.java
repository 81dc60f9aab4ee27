package jimu.engine.layer.activation;

import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.op.Activation;

/**
 * The rectifier that lets a little of negative numbers through: y = x above 0 and negative_slope · x elsewhere, elementwise over
 * any shape, as PyTorch's {@code nn.LeakyReLU}.
 *
 * @param negativeSlope the slope below 0
 */
public record LeakyReLU(double negativeSlope) implements ElementwiseActivation {
    /** PyTorch's default. */
    public LeakyReLU() {
        this(0.01);
    }

    @Override
    public Activation function() {
        return new Activation.LeakyRelu(negativeSlope);
    }
}
