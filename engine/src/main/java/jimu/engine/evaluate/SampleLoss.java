package jimu.engine.evaluate;

import java.util.List;
import jimu.engine.op.ElementLoss;
import jimu.engine.op.NegativeLogLikelihood;
import jimu.engine.op.Op;
import jimu.engine.op.Reduction;
import jimu.engine.op.SoftmaxCrossEntropy;
import jimu.engine.op.VectorLoss;

/** What a loss would be for a batch of one sample alone. */
interface SampleLoss {
    /** The loss of a sample of a batch; each operand holds the batch sample after sample. */
    double of(List<float[]> operands, int sample);

    /**
     * The loss of an operation.
     *
     * @param layout how each sample's prediction is laid out
     */
    static SampleLoss of(Op op, ClassLayout layout) {
        if (op instanceof SoftmaxCrossEntropy entropy) {
            return new Entropy(
                    layout,
                    entropy.classWeights(),
                    entropy.labelSmoothing(),
                    entropy.reduction() == Reduction.MEAN,
                    true);
        } else if (op instanceof NegativeLogLikelihood likelihood) {
            return new Entropy(layout, likelihood.classWeights(), 0, likelihood.reduction() == Reduction.MEAN, false);
        } else if (op instanceof ElementLoss elements) {
            return new Elements(elements, layout.each());
        } else if (op instanceof VectorLoss vectors) {
            return new Vectors(vectors, layout.each() / layout.last(), layout.last());
        }
        throw new IllegalArgumentException("No loss is known that is computed by " + op);
    }

    /** −Σ w · q · log p over the classes, summed or averaged over the positions of a sample. */
    record Entropy(ClassLayout layout, List<Double> weights, double smoothing, boolean mean, boolean logits)
            implements SampleLoss {
        @Override
        public double of(List<float[]> operands, int sample) {
            float[] x = operands.get(0);
            float[] y = operands.get(1);
            boolean indexed = y.length < x.length;
            double sum = 0;
            double divisor = 0;
            for (int position = 0; position < layout.positions(); position++) {
                int first = layout.first(sample, position);
                double normaliser = logits ? layout.logSum(x, first) : 0;
                int wanted = indexed ? (int) y[sample * layout.positions() + position] : -1;
                divisor += indexed ? weight(wanted) : 1;
                for (int c = 0; c < layout.classes(); c++) {
                    int at = layout.at(first, c);
                    double target = indexed ? (c == wanted ? 1 : 0) : y[at];
                    double q = weight(c) * ((1 - smoothing) * target + smoothing / layout.classes());
                    sum += q == 0 ? 0 : q * (normaliser - x[at]);
                }
            }
            return mean ? sum / divisor : sum;
        }

        private double weight(int c) {
            return weights.isEmpty() ? 1 : weights.get(c);
        }
    }

    /** The sum over a sample's elements over the divisor. */
    record Elements(ElementLoss op, int each) implements SampleLoss {
        @Override
        public double of(List<float[]> operands, int sample) {
            float[] x = operands.get(0);
            float[] y = operands.get(1);
            int kinds = op.functions().size();
            double sum = 0;
            for (int i = sample * each; i < (sample + 1) * each; i++) {
                sum += op.functions()
                        .get(kinds == 1 ? 0 : (i - sample * each) % kinds)
                        .value(x[i], y[i]);
            }
            return op.divisor() == ElementLoss.Divisor.ELEMENTS ? sum / each : sum;
        }
    }

    /** The sum or mean over a sample's rows of vectors. */
    record Vectors(VectorLoss op, int rows, int length) implements SampleLoss {
        @Override
        public double of(List<float[]> operands, int sample) {
            int compared = op.function().vectors();
            double[][] vectors = new double[compared][length];
            double sum = 0;
            for (int row = sample * rows; row < (sample + 1) * rows; row++) {
                for (int i = 0; i < compared; i++) {
                    for (int k = 0; k < length; k++) {
                        vectors[i][k] = operands.get(i)[row * length + k];
                    }
                }
                sum += op.function().value(vectors, op.function().labelled() ? operands.get(compared)[row] : 0);
            }
            return op.reduction() == Reduction.MEAN ? sum / rows : sum;
        }
    }
}
