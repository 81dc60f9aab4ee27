package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.Optional;
import jimu.engine.op.NegativeLogLikelihood;
import jimu.engine.op.Reduction;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** −w[y] · x[y] of log-probabilities of any floating type, one sample at a time. */
final class NegativeLogLikelihoodKernel implements Kernel {
    private final Reduction reduction;
    private final ClassTargets targets;
    private final Tensor input;
    private final Tensor result;
    private final Optional<Tensor> gradient;
    private final double[] x;
    private final double[] number = new double[1];
    private final Optional<Tensor> resultGradient;

    NegativeLogLikelihoodKernel(Bound bound) {
        NegativeLogLikelihood op = (NegativeLogLikelihood) bound.signature().op();
        reduction = op.reduction();
        targets = new ClassTargets(bound, op.classWeights());
        input = bound.operand(0);
        result = bound.result();
        gradient = bound.gradient(0);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
        x = new double[targets.size()];
    }

    @Override
    public void forward(long step) {
        double loss = 0;
        for (int sample = 0; sample < targets.samples; sample++) {
            input.read((long) sample * x.length, x, 0, x.length);
            targets.readLabels(sample);
            for (int position = 0; position < targets.inner; position++) {
                int label = targets.labels[position];
                loss -= targets.weight(label) * x[label * targets.inner + position];
            }
        }
        number[0] = loss / targets.divisor(reduction);
        result.write(0, number, 0, 1);
    }

    @Override
    public void backward() {
        if (gradient.isEmpty() || resultGradient.isEmpty()) {
            return;
        }
        resultGradient.get().read(0, number, 0, 1);
        double factor = number[0] / targets.divisor(reduction);
        for (int sample = 0; sample < targets.samples; sample++) {
            targets.readLabels(sample);
            Arrays.fill(x, 0);
            for (int position = 0; position < targets.inner; position++) {
                int label = targets.labels[position];
                x[label * targets.inner + position] = -factor * targets.weight(label);
            }
            gradient.get().write((long) sample * x.length, x, 0, x.length);
        }
    }
}
