package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.Optional;
import jimu.engine.op.BatchNormalization;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/**
 * Normalisation of channels in two passes over the data, forward and backward: one that sums in double, one that writes. Nothing
 * of the size of the data is kept for backward, which normalises again.
 */
final class BatchNormalizationKernel implements Kernel {
    private final BatchNormalization op;
    private final ChannelBlocks blocks;
    private final int channels;
    private final double perChannel;
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> weight;
    private final Optional<Tensor> bias;
    private final Optional<Tensor> runningMean;
    private final Optional<Tensor> runningVariance;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final Optional<Tensor> weightGradient;
    private final Optional<Tensor> biasGradient;
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
        x = bound.operand(0);
        y = bound.result();
        int buffers = op.affine() ? 3 : 1;
        weight = op.affine() ? Optional.of(bound.operand(1)) : Optional.empty();
        bias = op.affine() ? Optional.of(bound.operand(2)) : Optional.empty();
        runningMean = op.tracked() ? Optional.of(bound.operand(buffers)) : Optional.empty();
        runningVariance = op.tracked() ? Optional.of(bound.operand(buffers + 1)) : Optional.empty();
        gradient = bound.gradient(0);
        weightGradient = op.affine() ? bound.gradient(1) : Optional.empty();
        biasGradient = op.affine() ? bound.gradient(2) : Optional.empty();
        resultGradient = bound.backward() ? Optional.of(bound.resultGradient()) : Optional.empty();
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
        if (weight.isPresent() && bias.isPresent()) {
            weight.get().read(0, weights, 0, channels);
            bias.get().read(0, biases, 0, channels);
        }
        if (op.batchStatistics()) {
            measure();
        } else if (runningMean.isPresent() && runningVariance.isPresent()) {
            runningMean.get().read(0, mean, 0, channels);
            runningVariance.get().read(0, vector, 0, channels);
            for (int c = 0; c < channels; c++) {
                variance[c] = vector[c];
            }
        }
        for (int c = 0; c < channels; c++) {
            vector[c] = (float) (weights[c] / Math.sqrt(variance[c] + op.eps()));
        }
        blocks.normalise(x, mean, vector, biases, y);
    }

    /** The batch's mean and biased variance; the sums run over distances from each channel's first element, so that little cancels. */
    private void measure() {
        for (int c = 0; c < channels; c++) {
            x.read((long) c * blocks.rest(), mean, c, 1);
        }
        blocks.sum(x, mean, x, mean, sums, products);
        for (int c = 0; c < channels; c++) {
            double shift = sums[c] / perChannel;
            variance[c] = Math.max(0, products[c] / perChannel - shift * shift);
            mean[c] = (float) (mean[c] + shift);
        }
        if (runningMean.isPresent() && runningVariance.isPresent()) {
            double unbiased = perChannel / Math.max(1, perChannel - 1);
            float momentum = (float) op.momentum();
            runningMean.get().read(0, vector, 0, channels);
            for (int c = 0; c < channels; c++) {
                vector[c] += momentum * (mean[c] - vector[c]);
            }
            runningMean.get().write(0, vector, 0, channels);
            runningVariance.get().read(0, vector, 0, channels);
            for (int c = 0; c < channels; c++) {
                vector[c] += momentum * (float) (variance[c] * unbiased - vector[c]);
            }
            runningVariance.get().write(0, vector, 0, channels);
        }
    }

    @Override
    public void backward() {
        if (resultGradient.isEmpty()) {
            return;
        }
        Arrays.fill(vector, 0);
        blocks.sum(resultGradient.get(), vector, x, mean, sums, products);
        if (biasGradient.isPresent()) {
            for (int c = 0; c < channels; c++) {
                vector[c] = (float) sums[c];
            }
            biasGradient.get().write(0, vector, 0, channels);
        }
        if (weightGradient.isPresent()) {
            for (int c = 0; c < channels; c++) {
                vector[c] = (float) (products[c] / Math.sqrt(variance[c] + op.eps()));
            }
            weightGradient.get().write(0, vector, 0, channels);
        }
        if (gradient.isPresent()) {
            for (int c = 0; c < channels; c++) {
                double inverse = 1 / Math.sqrt(variance[c] + op.eps());
                vector[c] = (float) (weights[c] * inverse);
                sums[c] = op.batchStatistics() ? sums[c] / perChannel : 0;
                products[c] = op.batchStatistics() ? products[c] / perChannel * inverse * inverse : 0;
            }
            blocks.differentiate(x, mean, resultGradient.get(), sums, products, vector, gradient.get());
        }
    }
}
