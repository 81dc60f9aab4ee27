package jimu.engine.runtime.onednn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.op.Recurrence;
import jimu.engine.op.Recurrence.Cell;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import org.bytedeco.dnnl.global.dnnl;

/** One recurrent layer over all steps and directions as one primitive, forwards and backwards. */
final class RecurrenceKernel implements Kernel {
    /** Multiply-adds of a step in time below which a second thread costs more than it does. */
    private static final long WORTH_SHARING = 2_000_000;

    private final Recurrence op;
    private final RecurrentWeights weights;
    private final List<Tensor> rows = new ArrayList<>();
    private final List<Tensor> gradientRows = new ArrayList<>();
    private final List<Tensor> sums = new ArrayList<>();
    private final List<Repacked> forwardWeights = new ArrayList<>();
    private final List<Repacked> backwardWeights = new ArrayList<>();
    private final List<Call> unpacking = new ArrayList<>();
    private final Tensor bias;
    private final Tensor biasGradient;
    private final Call forward;
    private final Optional<Call> backward;
    private boolean stale = true;

    /** The layer, on one thread where its steps are small: each has to wait for the one before. */
    static Kernel of(Bound bound) {
        Kernel kernel = new RecurrenceKernel(bound);
        Recurrence op = (Recurrence) bound.signature().op();
        long samples = bound.shape(0).dim(1).factor();
        long products = samples * bound.operand(op.weights(0) + 1).length();
        return products < WORTH_SHARING ? new SingleThreaded(kernel) : kernel;
    }

    private RecurrenceKernel(Bound bound) {
        op = (Recurrence) bound.signature().op();
        weights = new RecurrentWeights(bound);
        RecurrenceFormats formats = RecurrenceFormats.of(bound.signature(), weights);
        bias = bound.workspace(formats.bias().elements());
        biasGradient = bound.workspace(bound.backward() ? formats.bias().elements() : 0);
        rows.add(weights.row(0));
        rows.add(weights.row(1));
        Memory memory = bound.binding().memory();
        try (Description there = formats.forward()) {
            Optional<Format> kept = there.workspace();
            Optional<Tensor> workspace = kept.map(format -> bound.workspace(format.elements()));
            Call.Builder call = Call.of(there, memory);
            values(call, bound, formats, repack(bound, there, forwardWeights));
            kept.ifPresent(format -> call.with(dnnl.DNNL_ARG_WORKSPACE, format, workspace.orElseThrow()));
            forward = call.bind();
            backward = bound.backward() ? Optional.of(back(bound, formats, there, kept, workspace)) : Optional.empty();
        }
    }

    private List<Repacked> repack(Bound bound, Description description, List<Repacked> into) {
        for (int place = 0; place < 2; place++) {
            Format wanted = description.query(dnnl.dnnl_query_weights_md, place).orElseThrow();
            into.add(Repacked.of(bound, rows.get(place), plain(place), wanted));
        }
        return into;
    }

    private Format plain(int place) {
        return weights.format(place == 0 ? weights.inputs() : weights.hidden());
    }

    /** The arguments that forward and backward have in common. */
    private void values(Call.Builder call, Bound bound, RecurrenceFormats formats, List<Repacked> packed) {
        boolean lstm = op.cell() == Cell.LSTM;
        call.with(dnnl.DNNL_ARG_SRC_LAYER, formats.x(), bound.operand(0))
                .with(
                        dnnl.DNNL_ARG_WEIGHTS_LAYER,
                        packed.get(0).format(),
                        packed.get(0).tensor())
                .with(
                        dnnl.DNNL_ARG_WEIGHTS_ITER,
                        packed.get(1).format(),
                        packed.get(1).tensor())
                .with(dnnl.DNNL_ARG_BIAS, formats.bias(), bias)
                .with(
                        dnnl.DNNL_ARG_DST_LAYER,
                        formats.y(),
                        bound.binding().results().get(0))
                .with(
                        dnnl.DNNL_ARG_DST_ITER,
                        formats.state(),
                        bound.binding().results().get(1));
        call.with(dnnl.DNNL_ARG_SRC_ITER, formats.state(), start(bound, 1));
        if (lstm) {
            call.with(dnnl.DNNL_ARG_SRC_ITER_C, formats.state(), start(bound, 2));
            call.with(
                    dnnl.DNNL_ARG_DST_ITER_C,
                    formats.state(),
                    bound.binding().results().get(2));
        }
    }

    private Call back(
            Bound bound,
            RecurrenceFormats formats,
            Description there,
            Optional<Format> kept,
            Optional<Tensor> workspace) {
        Memory memory = bound.binding().memory();
        boolean lstm = op.cell() == Cell.LSTM;
        try (Description description = formats.backward(there)) {
            Call.Builder call = Call.of(description, memory);
            values(call, bound, formats, repack(bound, description, backwardWeights));
            kept.ifPresent(format -> call.with(dnnl.DNNL_ARG_WORKSPACE, format, workspace.orElseThrow()));
            call.with(dnnl.DNNL_ARG_DIFF_SRC_LAYER, formats.x(), bound.gradientOrWorkspace(0))
                    .with(dnnl.DNNL_ARG_DIFF_BIAS, formats.bias(), biasGradient)
                    .with(dnnl.DNNL_ARG_DIFF_DST_LAYER, formats.y(), slope(bound, 0))
                    .with(dnnl.DNNL_ARG_DIFF_DST_ITER, formats.state(), slope(bound, 1));
            sums.add(biasGradient);
            call.with(dnnl.DNNL_ARG_DIFF_SRC_ITER, formats.state(), startGradient(bound, 1));
            if (lstm) {
                call.with(dnnl.DNNL_ARG_DIFF_SRC_ITER_C, formats.state(), startGradient(bound, 2));
                call.with(dnnl.DNNL_ARG_DIFF_DST_ITER_C, formats.state(), slope(bound, 2));
            }
            for (int place = 0; place < 2; place++) {
                Format packed = description
                        .query(dnnl.dnnl_query_diff_weights_md, place)
                        .orElseThrow();
                Tensor row = weights.gradientRow(place);
                boolean same = packed.same(plain(place));
                Tensor sum = same ? row : bound.workspace(packed.elements());
                call.with(place == 0 ? dnnl.DNNL_ARG_DIFF_WEIGHTS_LAYER : dnnl.DNNL_ARG_DIFF_WEIGHTS_ITER, packed, sum);
                gradientRows.add(row);
                sums.add(sum);
                if (!same) {
                    unpacking.add(Call.reorder(packed, sum, plain(place), row, memory));
                }
            }
            return call.bind();
        }
    }

    /** The state before the first step; zeros where nobody gives it. Left out, the library would take what lies in its memory. */
    private Tensor start(Bound bound, int operand) {
        return op.initial()
                ? bound.operand(operand)
                : bound.workspace(bound.binding().results().get(1).length());
    }

    private Tensor startGradient(Bound bound, int operand) {
        return op.initial()
                ? bound.gradientOrWorkspace(operand)
                : bound.workspace(bound.binding().results().get(1).length());
    }

    /** The gradient of a result; zeros where nothing reads it. */
    private static Tensor slope(Bound bound, int result) {
        return bound.binding()
                .resultGradients()
                .get(result)
                .orElseGet(() ->
                        bound.workspace(bound.binding().results().get(result).length()));
    }

    @Override
    public void forward(long step) {
        if (stale) {
            weights.gather(0, rows.get(0));
            weights.gather(1, rows.get(1));
            weights.gatherBias(bias);
            stale = false;
        }
        for (int i = 0; i < forwardWeights.size(); i++) {
            forwardWeights.get(i).refresh();
        }
        forward.run();
    }

    /** The library adds to the gradients of weights and biases, so they begin at zero. */
    @Override
    public void backward() {
        for (int i = 0; i < backwardWeights.size(); i++) {
            backwardWeights.get(i).refresh();
        }
        for (int i = 0; i < sums.size(); i++) {
            sums.get(i).fill(0);
        }
        if (backward.isPresent()) {
            backward.get().run();
        }
        for (int i = 0; i < unpacking.size(); i++) {
            unpacking.get(i).run();
        }
        for (int place = 0; place < gradientRows.size(); place++) {
            weights.scatter(place, gradientRows.get(place));
        }
        weights.scatterBias(biasGradient);
    }

    @Override
    public void parametersChanged() {
        stale = true;
        for (int i = 0; i < forwardWeights.size(); i++) {
            forwardWeights.get(i).changed();
        }
        for (int i = 0; i < backwardWeights.size(); i++) {
            backwardWeights.get(i).changed();
        }
    }
}
