package jimu.engine.runtime.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.op.BatchNormalization;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Normalisation of channels by the library's reductions and broadcasts over (N, C, rest); what belongs to a channel as a whole
 * is computed in double.
 */
final class BatchNormalizationKernel implements Kernel {
    private final BatchNormalization op;
    private final int channels;
    private final long perChannel;
    private final Optional<Tensor> weight;
    private final Optional<Tensor> runningMean;
    private final Optional<Tensor> runningVariance;
    private final Tensor mean;
    private final Tensor variance;
    private final Tensor scale;
    private final List<NativeOp> statistics = new ArrayList<>();
    private final List<NativeOp> centre = new ArrayList<>();
    private final List<NativeOp> finish = new ArrayList<>();
    private final Optional<Backward> backward;
    private final double[] means;
    private final double[] variances;
    private final double[] running;
    private final double[] inverse;

    private record Backward(
            Tensor weightGradient,
            Tensor biasGradient,
            Tensor meanProduct,
            Tensor meanGradient,
            List<NativeOp> sums,
            List<NativeOp> finish) {}

    BatchNormalizationKernel(Bound bound) {
        op = (BatchNormalization) bound.signature().op();
        TensorShape shape = bound.shape(0);
        channels = (int) shape.dim(1).factor();
        long samples = shape.dim(0).factor();
        long rest = shape.slice(2, shape.rank()).elements(1);
        perChannel = samples * rest;
        int buffers = op.affine() ? 3 : 1;
        weight = op.affine() ? Optional.of(bound.operand(1)) : Optional.empty();
        runningMean = op.tracked() ? Optional.of(bound.operand(buffers)) : Optional.empty();
        runningVariance = op.tracked() ? Optional.of(bound.operand(buffers + 1)) : Optional.empty();
        mean = bound.workspace(channels);
        variance = bound.workspace(channels);
        scale = bound.workspace(channels);
        means = new double[channels];
        variances = new double[channels];
        running = new double[channels];
        inverse = new double[channels];

        long[] sizes = {samples, channels, rest};
        INDArray x = bound.operand(0).array(sizes);
        INDArray y = bound.result().array(sizes);
        INDArray normal = bound.workspace(bound.operand(0).length()).array(sizes);
        if (op.batchStatistics()) {
            statistics.add(new NativeOp("reduce_mean", List.of(x), List.of(mean.array(channels)), 0, 2));
        }
        centre.add(new NativeOp("subtract", List.of(x, spread(mean)), List.of(normal)));
        if (op.batchStatistics()) {
            centre.add(new NativeOp("multiply", List.of(normal, normal), List.of(y)));
            centre.add(new NativeOp("reduce_mean", List.of(y), List.of(variance.array(channels)), 0, 2));
        }
        finish.add(new NativeOp("multiply", List.of(normal, spread(scale)), List.of(normal)));
        if (op.affine()) {
            finish.add(new NativeOp("multiply", List.of(normal, spread(bound.operand(1))), List.of(y)));
            finish.add(new NativeOp("add", List.of(y, spread(bound.operand(2))), List.of(y)));
        } else {
            finish.add(new NativeOp("assign", List.of(y, normal), List.of(y)));
        }
        backward = bound.backward() ? Optional.of(bindBackward(bound, sizes, normal)) : Optional.empty();
    }

    private Backward bindBackward(Bound bound, long[] sizes, INDArray normal) {
        Tensor weightGradient = op.affine() ? bound.gradientOrWorkspace(1) : bound.workspace(channels);
        Tensor biasGradient = op.affine() ? bound.gradientOrWorkspace(2) : bound.workspace(channels);
        Tensor meanProduct = bound.workspace(channels);
        Tensor meanGradient = bound.workspace(channels);
        INDArray dy = bound.resultGradient().array(sizes);
        INDArray scratch = bound.workspace(bound.operand(0).length()).array(sizes);
        List<NativeOp> sums = List.of(
                new NativeOp("reduce_sum", List.of(dy), List.of(biasGradient.array(channels)), 0, 2),
                new NativeOp("multiply", List.of(dy, normal), List.of(scratch)),
                new NativeOp("reduce_sum", List.of(scratch), List.of(weightGradient.array(channels)), 0, 2));
        List<NativeOp> last = new ArrayList<>();
        bound.gradient(0).map(gradient -> gradient.array(sizes)).ifPresent(dx -> {
            if (op.batchStatistics()) {
                last.add(new NativeOp("multiply", List.of(normal, spread(meanProduct)), List.of(scratch)));
                last.add(new NativeOp("subtract", List.of(dy, scratch), List.of(scratch)));
                last.add(new NativeOp("subtract", List.of(scratch, spread(meanGradient)), List.of(scratch)));
                last.add(new NativeOp("multiply", List.of(scratch, spread(scale)), List.of(dx)));
            } else {
                last.add(new NativeOp("multiply", List.of(dy, spread(scale)), List.of(dx)));
            }
        });
        return new Backward(weightGradient, biasGradient, meanProduct, meanGradient, sums, last);
    }

    private INDArray spread(Tensor vector) {
        return vector.array(1, channels, 1);
    }

    @Override
    public void forward(long step) {
        statistics.forEach(NativeOp::run);
        if (!op.batchStatistics() && runningMean.isPresent()) {
            mean.write(0, runningMean.get(), 0, channels);
        }
        centre.forEach(NativeOp::run);
        if (!op.batchStatistics() && runningVariance.isPresent()) {
            variance.write(0, runningVariance.get(), 0, channels);
        }
        variance.read(0, variances, 0, channels);
        for (int c = 0; c < channels; c++) {
            inverse[c] = 1 / Math.sqrt(variances[c] + op.eps());
        }
        scale.write(0, inverse, 0, channels);
        finish.forEach(NativeOp::run);
        if (op.batchStatistics() && runningMean.isPresent() && runningVariance.isPresent()) {
            mean.read(0, means, 0, channels);
            move(runningMean.get(), means, 1);
            move(runningVariance.get(), variances, perChannel / Math.max(1.0, perChannel - 1.0));
        }
    }

    private void move(Tensor statistic, double[] seen, double factor) {
        statistic.read(0, running, 0, channels);
        for (int c = 0; c < channels; c++) {
            running[c] += op.momentum() * (seen[c] * factor - running[c]);
        }
        statistic.write(0, running, 0, channels);
    }

    @Override
    public void backward() {
        if (backward.isEmpty()) {
            return;
        }
        Backward bound = backward.get();
        bound.sums().forEach(NativeOp::run);
        average(bound.weightGradient(), bound.meanProduct());
        average(bound.biasGradient(), bound.meanGradient());
        System.arraycopy(inverse, 0, running, 0, channels);
        if (weight.isPresent()) {
            weight.get().read(0, means, 0, channels);
            for (int c = 0; c < channels; c++) {
                running[c] *= means[c];
            }
        }
        scale.write(0, running, 0, channels);
        bound.finish().forEach(NativeOp::run);
    }

    private void average(Tensor sum, Tensor to) {
        sum.read(0, running, 0, channels);
        for (int c = 0; c < channels; c++) {
            running[c] /= perChannel;
        }
        to.write(0, running, 0, channels);
    }
}
