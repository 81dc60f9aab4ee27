package jimu.engine.runtime.java;

import java.util.Optional;
import java.util.stream.IntStream;
import jimu.engine.op.Reduction;
import jimu.engine.op.VectorFunction;
import jimu.engine.op.VectorLoss;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** Losses of vectors of any floating type, one row at a time and in double. */
final class VectorLossKernel implements Kernel {
    private final VectorFunction function;
    private final double scale;
    private final int rows;
    private final int length;
    private final Tensor[] operands;
    private final Tensor[] gradients;
    private final Optional<Tensor> label;
    private final Optional<Tensor> labelGradient;
    private final Optional<Tensor> resultGradient;
    private final Tensor result;
    private final double[][] vectors;
    private final double[][] slopes;
    private final double[] number = new double[1];

    VectorLossKernel(Bound bound) {
        VectorLoss op = (VectorLoss) bound.signature().op();
        function = op.function();
        int compared = function.vectors();
        operands = IntStream.range(0, compared).mapToObj(bound::operand).toArray(Tensor[]::new);
        length = (int) bound.shape(0).dim(-1).factor();
        rows = (int) (operands[0].length() / length);
        scale = op.reduction() == Reduction.MEAN ? 1.0 / rows : 1;
        label = function.labelled() ? Optional.of(bound.operand(compared)) : Optional.empty();
        labelGradient = function.labelled() ? bound.gradient(compared) : Optional.empty();
        boolean wanted = labelGradient.isPresent()
                || IntStream.range(0, compared)
                        .anyMatch(place -> bound.gradient(place).isPresent());
        gradients = wanted
                ? IntStream.range(0, compared)
                        .mapToObj(bound::gradientOrWorkspace)
                        .toArray(Tensor[]::new)
                : new Tensor[0];
        resultGradient = wanted ? Optional.of(bound.resultGradient()) : Optional.empty();
        result = bound.result();
        vectors = new double[compared][length];
        slopes = new double[compared][length];
    }

    @Override
    public void forward(long step) {
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double labelled = read(row);
            loss += function.value(vectors, labelled);
        }
        number[0] = loss * scale;
        result.write(0, number, 0, 1);
    }

    @Override
    public void backward() {
        if (resultGradient.isEmpty()) {
            return;
        }
        resultGradient.get().read(0, number, 0, 1);
        double factor = number[0] * scale;
        for (int row = 0; row < rows; row++) {
            double labelled = read(row);
            function.slopes(vectors, labelled, slopes);
            for (int i = 0; i < slopes.length; i++) {
                for (int k = 0; k < length; k++) {
                    slopes[i][k] *= factor;
                }
                gradients[i].write((long) row * length, slopes[i], 0, length);
            }
            if (labelGradient.isPresent()) {
                number[0] = factor * function.labelSlope(vectors, labelled);
                labelGradient.get().write(row, number, 0, 1);
            }
        }
    }

    /** Reads a row of each operand and returns its label. */
    private double read(int row) {
        for (int i = 0; i < operands.length; i++) {
            operands[i].read((long) row * length, vectors[i], 0, length);
        }
        if (label.isEmpty()) {
            return 0;
        }
        label.get().read(row, number, 0, 1);
        return number[0];
    }
}
