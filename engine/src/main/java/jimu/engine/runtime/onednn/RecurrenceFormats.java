package jimu.engine.runtime.onednn;

import jimu.engine.op.Recurrence;
import jimu.engine.op.Recurrence.Cell;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.Signature;
import org.bytedeco.dnnl.dnnl_rnn_desc_t;
import org.bytedeco.dnnl.global.dnnl;

/** The primitives of one recurrent layer: x (T, N, in), states (1, D, N, H), y (T, N, D·H), weights as the library likes them. */
record RecurrenceFormats(
        Signature signature,
        Recurrence op,
        Format x,
        Format state,
        Format layer,
        Format iteration,
        Format bias,
        Format y) {
    private static final int FLAGS = 0;

    static RecurrenceFormats of(Signature signature, RecurrentWeights weights) {
        Recurrence op = (Recurrence) signature.op();
        long[] x = signature.operands().get(0).shape().sizes(1);
        long directions = op.directions();
        long hidden = weights.hidden();
        long gates = op.cell().gates();
        return new RecurrenceFormats(
                signature,
                op,
                Format.plain(x),
                Format.plain(1, directions, x[1], hidden),
                Format.any(1, directions, weights.inputs(), gates, hidden),
                Format.any(1, directions, hidden, gates, hidden),
                Format.plain(1, directions, weights.biases(), hidden),
                Format.plain(x[0], x[1], directions * hidden));
    }

    private int direction() {
        return op.bidirectional() ? dnnl.dnnl_bidirectional_concat : dnnl.dnnl_unidirectional_left2right;
    }

    private int function() {
        return op.cell() == Cell.RELU ? dnnl.dnnl_eltwise_relu : dnnl.dnnl_eltwise_tanh;
    }

    Description forward() {
        dnnl_rnn_desc_t operation = new dnnl_rnn_desc_t();
        int kind = signature.backward() == Backward.WITH ? dnnl.dnnl_forward_training : dnnl.dnnl_forward_inference;
        Library.check(
                switch (op.cell()) {
                    case TANH, RELU ->
                        dnnl.dnnl_vanilla_rnn_forward_desc_init(
                                operation,
                                kind,
                                function(),
                                direction(),
                                x.desc(),
                                state.desc(),
                                layer.desc(),
                                iteration.desc(),
                                bias.desc(),
                                y.desc(),
                                state.desc(),
                                FLAGS,
                                0,
                                0);
                    case LSTM ->
                        dnnl.dnnl_lstm_forward_desc_init(
                                operation,
                                kind,
                                direction(),
                                x.desc(),
                                state.desc(),
                                state.desc(),
                                layer.desc(),
                                iteration.desc(),
                                bias.desc(),
                                y.desc(),
                                state.desc(),
                                state.desc(),
                                FLAGS);
                    case GRU ->
                        dnnl.dnnl_lbr_gru_forward_desc_init(
                                operation,
                                kind,
                                direction(),
                                x.desc(),
                                state.desc(),
                                layer.desc(),
                                iteration.desc(),
                                bias.desc(),
                                y.desc(),
                                state.desc(),
                                FLAGS);
                });
        return Description.of(operation);
    }

    Description backward(Description forward) {
        dnnl_rnn_desc_t operation = new dnnl_rnn_desc_t();
        Library.check(
                switch (op.cell()) {
                    case TANH, RELU ->
                        dnnl.dnnl_vanilla_rnn_backward_desc_init(
                                operation,
                                dnnl.dnnl_backward,
                                function(),
                                direction(),
                                x.desc(),
                                state.desc(),
                                layer.desc(),
                                iteration.desc(),
                                bias.desc(),
                                y.desc(),
                                state.desc(),
                                x.desc(),
                                state.desc(),
                                layer.desc(),
                                iteration.desc(),
                                bias.desc(),
                                y.desc(),
                                state.desc(),
                                FLAGS,
                                0,
                                0);
                    case LSTM ->
                        dnnl.dnnl_lstm_backward_desc_init(
                                operation,
                                dnnl.dnnl_backward,
                                direction(),
                                x.desc(),
                                state.desc(),
                                state.desc(),
                                layer.desc(),
                                iteration.desc(),
                                bias.desc(),
                                y.desc(),
                                state.desc(),
                                state.desc(),
                                x.desc(),
                                state.desc(),
                                state.desc(),
                                layer.desc(),
                                iteration.desc(),
                                bias.desc(),
                                y.desc(),
                                state.desc(),
                                state.desc(),
                                FLAGS);
                    case GRU ->
                        dnnl.dnnl_lbr_gru_backward_desc_init(
                                operation,
                                dnnl.dnnl_backward,
                                direction(),
                                x.desc(),
                                state.desc(),
                                layer.desc(),
                                iteration.desc(),
                                bias.desc(),
                                y.desc(),
                                state.desc(),
                                x.desc(),
                                state.desc(),
                                layer.desc(),
                                iteration.desc(),
                                bias.desc(),
                                y.desc(),
                                state.desc(),
                                FLAGS);
                });
        return Description.backward(operation, forward);
    }
}
