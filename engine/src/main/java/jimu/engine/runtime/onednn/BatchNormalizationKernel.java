package jimu.engine.runtime.onednn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.op.BatchNormalization;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.Layouts;
import jimu.engine.runtime.Rectified;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import org.bytedeco.dnnl.dnnl_batch_normalization_desc_t;
import org.bytedeco.dnnl.global.dnnl;

/**
 * Normalisation of channels, with or without a ReLU after it. The library's variance is the biased one; the running variance
 * moves towards the unbiased one.
 */
final class BatchNormalizationKernel implements Kernel {
    private final BatchNormalization op;
    private final int channels;
    private final double perChannel;
    private final Tensor mean;
    private final Tensor variance;
    private final Optional<Tensor> running;
    private final Optional<Tensor> runningVariance;
    private final List<Move> before = new ArrayList<>();
    private final List<Move> after = new ArrayList<>();
    private final Call forward;
    private final Optional<Call> backward;
    private final float[] fresh;
    private final float[] kept;

    /** Numbers of one tensor that are needed in another. */
    private record Move(Tensor from, long at, Tensor to, long goal, int count) {
        void run() {
            to.write(goal, from, at, count);
        }
    }

    BatchNormalizationKernel(Bound bound) {
        op = (BatchNormalization)
                (bound.signature().op() instanceof Rectified both
                        ? both.inner()
                        : bound.signature().op());
        channels = (int) bound.shape(0).dim(1).factor();
        perChannel = (double) bound.shape(0).elements(1) / channels;
        fresh = new float[channels];
        kept = new float[channels];
        int buffers = op.affine() ? 3 : 1;
        running = op.tracked() ? Optional.of(bound.operand(buffers)) : Optional.empty();
        runningVariance = op.tracked() ? Optional.of(bound.operand(buffers + 1)) : Optional.empty();
        mean = op.batchStatistics() ? bound.workspace(channels) : running.orElseThrow();
        variance = op.batchStatistics() ? bound.workspace(channels) : runningVariance.orElseThrow();
        Layouts layouts = bound.binding().layouts();
        Memory memory = bound.binding().memory();
        Format x = Format.of(layouts.operand(0), bound.signature().operands().get(0));
        Format statistics = Format.plain(channels);
        Format both = Format.plain(2, channels);
        Tensor scaleShift = bound.workspace(2L * channels);
        if (op.affine()) {
            before.add(new Move(bound.operand(1), 0, scaleShift, 0, channels));
            before.add(new Move(bound.operand(2), 0, scaleShift, channels, channels));
        }
        dnnl_batch_normalization_desc_t operation = new dnnl_batch_normalization_desc_t();
        Library.check(dnnl.dnnl_batch_normalization_forward_desc_init(
                operation,
                op.batchStatistics() || bound.backward() ? dnnl.dnnl_forward_training : dnnl.dnnl_forward_inference,
                x.desc(),
                (float) op.eps(),
                flags(bound)));
        try (Description there = Description.of(operation)) {
            Optional<Format> format = there.workspace();
            Optional<Tensor> workspace = format.map(left -> bound.workspace(left.elements()));
            Call.Builder call = Call.of(there, memory)
                    .with(dnnl.DNNL_ARG_SRC, x, bound.operand(0))
                    .with(dnnl.DNNL_ARG_MEAN, statistics, mean)
                    .with(dnnl.DNNL_ARG_VARIANCE, statistics, variance)
                    .with(dnnl.DNNL_ARG_DST, x, bound.result());
            if (op.affine()) {
                call.with(dnnl.DNNL_ARG_SCALE_SHIFT, both, scaleShift);
            }
            format.ifPresent(left -> call.with(dnnl.DNNL_ARG_WORKSPACE, left, workspace.orElseThrow()));
            forward = call.bind();
            backward = bound.backward()
                    ? Optional.of(back(bound, there, x, scaleShift, format, workspace))
                    : Optional.empty();
        }
    }

    private Call back(
            Bound bound,
            Description there,
            Format x,
            Tensor scaleShift,
            Optional<Format> format,
            Optional<Tensor> workspace) {
        dnnl_batch_normalization_desc_t operation = new dnnl_batch_normalization_desc_t();
        Library.check(dnnl.dnnl_batch_normalization_backward_desc_init(
                operation,
                op.affine() ? dnnl.dnnl_backward : dnnl.dnnl_backward_data,
                x.desc(),
                x.desc(),
                (float) op.eps(),
                flags(bound)));
        Format statistics = Format.plain(channels);
        Format both = Format.plain(2, channels);
        try (Description description = Description.backward(operation, there)) {
            Tensor slope = bound.gradient(0).orElseGet(() -> bound.workspace(x.elements()));
            Call.Builder call = Call.of(description, bound.binding().memory())
                    .with(dnnl.DNNL_ARG_SRC, x, bound.operand(0))
                    .with(dnnl.DNNL_ARG_MEAN, statistics, mean)
                    .with(dnnl.DNNL_ARG_VARIANCE, statistics, variance)
                    .with(dnnl.DNNL_ARG_DIFF_DST, x, bound.resultGradient())
                    .with(dnnl.DNNL_ARG_DIFF_SRC, x, slope);
            format.ifPresent(left -> call.with(dnnl.DNNL_ARG_WORKSPACE, left, workspace.orElseThrow()));
            if (op.affine()) {
                Tensor gradients = bound.workspace(2L * channels);
                call.with(dnnl.DNNL_ARG_SCALE_SHIFT, both, scaleShift)
                        .with(dnnl.DNNL_ARG_DIFF_SCALE_SHIFT, both, gradients);
                bound.gradient(1).ifPresent(wanted -> after.add(new Move(gradients, 0, wanted, 0, channels)));
                bound.gradient(2).ifPresent(wanted -> after.add(new Move(gradients, channels, wanted, 0, channels)));
            }
            return call.bind();
        }
    }

    private int flags(Bound bound) {
        return (op.affine() ? dnnl.dnnl_use_scaleshift : 0)
                | (op.batchStatistics() ? 0 : dnnl.dnnl_use_global_stats)
                | (bound.signature().op() instanceof Rectified ? dnnl.dnnl_fuse_norm_relu : 0);
    }

    @Override
    public void forward(long step) {
        run(before);
        forward.run();
        if (op.batchStatistics() && running.isPresent() && runningVariance.isPresent()) {
            follow(running.get(), mean, 1);
            follow(runningVariance.get(), variance, (float) (perChannel / Math.max(1, perChannel - 1)));
        }
    }

    /** Moves what is kept by the momentum towards {@code factor} times the batch's. */
    private void follow(Tensor statistic, Tensor batch, float factor) {
        float momentum = (float) op.momentum();
        statistic.read(0, kept, 0, channels);
        batch.read(0, fresh, 0, channels);
        for (int c = 0; c < channels; c++) {
            kept[c] += momentum * (factor * fresh[c] - kept[c]);
        }
        statistic.write(0, kept, 0, channels);
    }

    @Override
    public void backward() {
        if (backward.isPresent()) {
            backward.get().run();
            run(after);
        }
    }

    private static void run(List<Move> moves) {
        for (int i = 0; i < moves.size(); i++) {
            moves.get(i).run();
        }
    }
}
