package jimu.engine.layer.recurrent;

import jimu.engine.layer.Param;
import jimu.engine.layer.Recurrent;
import jimu.engine.layer.Size;
import jimu.engine.op.Recurrence;

/**
 * A recurrent layer without gates (Elman, 1990), as PyTorch's {@code nn.RNN}: shapes as in {@link Recurrent}.
 *
 * @param inputSize the size of the input at one step, automatic unless pinned
 * @param hiddenSize the units of one layer in one direction
 * @param numLayers the layers, each reading the one before
 * @param nonlinearity what the sum of input and state goes through
 * @param bias whether biases are added
 * @param batchFirst whether N comes before the steps
 * @param dropout the probability that a number between two layers is zeroed in training
 * @param bidirectional whether a second direction goes from the last step to the first
 */
public record RNN(
        @Param(min = 1, required = true) Size inputSize,
        @Param(min = 1, required = true) int hiddenSize,
        @Param(min = 1) int numLayers,
        Nonlinearity nonlinearity,
        boolean bias,
        boolean batchFirst,
        @Param(min = 0, max = 1) double dropout,
        boolean bidirectional)
        implements Recurrent {
    /** The functions to choose from. */
    public enum Nonlinearity {
        TANH,
        RELU
    }

    /** One layer of 64 units; else PyTorch's defaults. */
    public RNN() {
        this(Size.AUTO, 64, 1, Nonlinearity.TANH, true, false, 0, false);
    }

    @Override
    public Recurrence.Cell cell() {
        return nonlinearity == Nonlinearity.TANH ? Recurrence.Cell.TANH : Recurrence.Cell.RELU;
    }
}
