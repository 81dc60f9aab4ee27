package jimu.engine.runtime.java;

import java.util.Arrays;
import jimu.engine.op.BatchNormalization;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;

/**
 * Normalisation of channels in two passes over the data, forward and backward: one that sums in double, one that writes. Nothing
 * of the size of the data is kept for backward, which normalises again.
 */
final class BatchNormalizationKernel implements Kernel {
    private final BatchNormalization op;
    private final ChannelBlocks blocks;
    private final int channels;
    private final double perChannel;
    private final NormalizationTensors tensors;
    private final float[] mean;
    private final double[] variance;
    private final float[] weights;
    private final float[] biases;
    private final float[] vector;
    private final double[] sums;
    private final double[] products;

    BatchNormalizationKernel(Bound bound) {
        op = (BatchNormalization) bound.signature().op();
        blocks = new ChannelBlocks(bound.shape(0));
        channels = blocks.channels();
        perChannel = (double) blocks.samples() * blocks.rest();
        tensors = NormalizationTensors.of(bound, op.affine(), op.tracked());
        mean = new float[channels];
        variance = new double[channels];
        weights = new float[channels];
        biases = new float[channels];
        vector = new float[channels];
        sums = new double[channels];
        products = new double[channels];
        Arrays.fill(weights, 1);
    }

    @Override
    public void forward(long step) {
        if (tensors.weight().isPresent() && tensors.bias().isPresent()) {
            tensors.weight().get().read(0, weights, 0, channels);
            tensors.bias().get().read(0, biases, 0, channels);
        }
        if (op.batchStatistics()) {
            measure();
        } else if (tensors.runningMean().isPresent()
                && tensors.runningVariance().isPresent()) {
            tensors.runningMean().get().read(0, mean, 0, channels);
            tensors.runningVariance().get().read(0, vector, 0, channels);
            for (int c = 0; c < channels; c++) {
                variance[c] = vector[c];
            }
        }
        for (int c = 0; c < channels; c++) {
            vector[c] = (float) (weights[c] / Math.sqrt(variance[c] + op.eps()));
        }
        blocks.normalise(tensors.x(), mean, vector, biases, tensors.y());
    }

    /** The batch's mean and biased variance; the sums run over distances from each channel's first element, so that little cancels. */
    private void measure() {
        for (int c = 0; c < channels; c++) {
            tensors.x().read((long) c * blocks.rest(), mean, c, 1);
        }
        blocks.sum(tensors.x(), mean, tensors.x(), mean, sums, products);
        for (int c = 0; c < channels; c++) {
            double shift = sums[c] / perChannel;
            variance[c] = Math.max(0, products[c] / perChannel - shift * shift);
            mean[c] = (float) (mean[c] + shift);
        }
        if (tensors.runningMean().isPresent() && tensors.runningVariance().isPresent()) {
            double unbiased = perChannel / Math.max(1, perChannel - 1);
            float momentum = (float) op.momentum();
            tensors.runningMean().get().read(0, vector, 0, channels);
            for (int c = 0; c < channels; c++) {
                vector[c] += momentum * (mean[c] - vector[c]);
            }
            tensors.runningMean().get().write(0, vector, 0, channels);
            tensors.runningVariance().get().read(0, vector, 0, channels);
            for (int c = 0; c < channels; c++) {
                vector[c] += momentum * (float) (variance[c] * unbiased - vector[c]);
            }
            tensors.runningVariance().get().write(0, vector, 0, channels);
        }
    }

    @Override
    public void backward() {
        if (tensors.resultGradient().isEmpty()) {
            return;
        }
        Arrays.fill(vector, 0);
        blocks.sum(tensors.resultGradient().get(), vector, tensors.x(), mean, sums, products);
        if (tensors.biasGradient().isPresent()) {
            for (int c = 0; c < channels; c++) {
                vector[c] = (float) sums[c];
            }
            tensors.biasGradient().get().write(0, vector, 0, channels);
        }
        if (tensors.weightGradient().isPresent()) {
            for (int c = 0; c < channels; c++) {
                vector[c] = (float) (products[c] / Math.sqrt(variance[c] + op.eps()));
            }
            tensors.weightGradient().get().write(0, vector, 0, channels);
        }
        if (tensors.gradient().isPresent()) {
            for (int c = 0; c < channels; c++) {
                double inverse = 1 / Math.sqrt(variance[c] + op.eps());
                vector[c] = (float) (weights[c] * inverse);
                sums[c] = op.batchStatistics() ? sums[c] / perChannel : 0;
                products[c] = op.batchStatistics() ? products[c] / perChannel * inverse * inverse : 0;
            }
            blocks.differentiate(
                    tensors.x(),
                    mean,
                    tensors.resultGradient().get(),
                    sums,
                    products,
                    vector,
                    tensors.gradient().get());
        }
    }
}
