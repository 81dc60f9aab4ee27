package jimu.engine.runtime.nd4j;

import jimu.engine.op.Recurrence;
import jimu.engine.runtime.Bound;
import jimu.engine.tensor.Tensor;

/**
 * The workspaces of one direction of a recurrent layer of T steps, N samples, H units and G gates.
 *
 * <p>The states before and after every step stand in one row of T + 1 blocks in the order of time: the block of index t is before
 * step t and that of t + 1 after it, or the other way round where time runs backwards. States that nobody gives are zeros.
 */
final class RecurrentMemory {
    final Recurrence op;
    final boolean reversed;
    final int steps;
    final int samples;
    final int hidden;

    /** What enters the gates and after {@link RecurrentCell#forward} what comes out of them, (T, N, G·H). */
    final Tensor gates;

    /** The product of the state before a step and weight_hh where the gates need it apart, (N, G·H). */
    final Tensor recurrent;

    /** What its last gate gets of {@link #recurrent}, bias included, (T, N, H). */
    final Tensor candidates;

    /** h and c, (T + 1, N, H). */
    final Tensor h;

    final Tensor c;

    /** The gradients of what enters the gates, (T, N, G·H). */
    final Tensor slopes;

    /** The same of what comes from the state before; {@link #slopes} itself unless the gates take that apart. */
    final Tensor recurrentSlopes;

    /** The gradients of y, (T, N, H), and of h and c between two steps, (N, H). */
    final Tensor dy;

    final Tensor dh;
    final Tensor dc;

    RecurrentMemory(Bound bound, int direction) {
        op = (Recurrence) bound.signature().op();
        reversed = direction == 1;
        steps = (int) bound.shape(0).dim(0).factor();
        samples = (int) bound.shape(0).dim(1).factor();
        hidden = (int) bound.shape(op.weights(0) + 1).dim(1).factor();
        boolean lstm = op.cell() == Recurrence.Cell.LSTM;
        boolean gru = op.cell() == Recurrence.Cell.GRU;
        long all = (long) steps * gateBlock();
        long back = bound.backward() ? 1 : 0;
        gates = bound.workspace(all);
        recurrent = gru ? bound.workspace(gateBlock()) : gates;
        candidates = bound.workspace(gru ? (long) steps * block() : 0);
        h = bound.workspace((steps + 1L) * block());
        c = bound.workspace(lstm ? (steps + 1L) * block() : 0);
        slopes = bound.workspace(back * all);
        recurrentSlopes = gru ? bound.workspace(back * all) : slopes;
        dy = bound.workspace(back * steps * block());
        dh = bound.workspace(back * block());
        dc = bound.workspace(lstm ? back * block() : 0);
    }

    /** The numbers of one state. */
    int block() {
        return samples * hidden;
    }

    /** The numbers of all gates at one step. */
    int gateBlock() {
        return op.cell().gates() * block();
    }

    /** Where the states before step {@code t} begin. */
    long before(int t) {
        return (long) (reversed ? t + 1 : t) * block();
    }

    /** Where the states after step {@code t} begin. */
    long after(int t) {
        return (long) (reversed ? t : t + 1) * block();
    }

    /** The step that comes at place {@code s}. */
    int step(int s) {
        return reversed ? steps - 1 - s : s;
    }
}
