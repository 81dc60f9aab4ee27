package jimu.engine.runtime.onednn;

import jimu.engine.op.Recurrence;
import jimu.engine.op.Recurrence.Cell;
import jimu.engine.runtime.Bound;
import jimu.engine.tensor.Tensor;

/**
 * The weights of all directions of a recurrent layer in one row each, with the gates in oneDNN's order: that of PyTorch, but for
 * a GRU z, r, n where PyTorch has r, z, n. oneDNN has one bias: the sum of PyTorch's two, but for the last gate of a GRU, whose
 * recurrent bias stands apart behind the others.
 */
final class RecurrentWeights {
    private static final int[] PYTORCH = {0, 1, 2, 3};
    private static final int[] GRU = {1, 0, 2};

    private final Bound bound;
    private final Recurrence op;
    private final int[] order;
    private final int gates;
    private final int inputs;
    private final int hidden;
    private final float[] one;
    private final float[] other;

    RecurrentWeights(Bound bound) {
        this.bound = bound;
        op = (Recurrence) bound.signature().op();
        order = op.cell() == Cell.GRU ? GRU : PYTORCH;
        gates = op.cell().gates();
        inputs = (int) bound.shape(op.weights(0)).dim(1).factor();
        hidden = (int) bound.shape(op.weights(0) + 1).dim(1).factor();
        one = new float[hidden];
        other = new float[hidden];
    }

    int hidden() {
        return hidden;
    }

    int inputs() {
        return inputs;
    }

    /** How many gates have biases. */
    int biases() {
        return op.cell() == Cell.GRU ? gates + 1 : gates;
    }

    /** How the weights lie in a row: by direction, gate, unit and what the unit reads. */
    Format format(long reads) {
        long unit = hidden * reads;
        long direction = gates * unit;
        return Format.strided(
                new long[] {1, op.directions(), reads, gates, hidden},
                new long[] {op.directions() * direction, direction, 1, unit, reads});
    }

    /** Whether the parameters themselves lie as oneDNN wants the row. */
    private boolean inPlace() {
        return op.directions() == 1 && op.cell() != Cell.GRU;
    }

    /** The row of the weights of the input (place 0) or the state (place 1). */
    Tensor row(int place) {
        return inPlace() ? bound.operand(op.weights(0) + place) : bound.workspace(length(place));
    }

    /** A row for gradients of these weights. */
    Tensor gradientRow(int place) {
        return inPlace() ? bound.gradientOrWorkspace(op.weights(0) + place) : bound.workspace(length(place));
    }

    private long length(int place) {
        return (long) op.directions() * gates * hidden * reads(place);
    }

    private int reads(int place) {
        return place == 0 ? inputs : hidden;
    }

    /** Copies the parameters into a row. */
    void gather(int place, Tensor row) {
        if (inPlace()) {
            return;
        }
        int unit = hidden * reads(place);
        for (int d = 0; d < op.directions(); d++) {
            Tensor from = bound.operand(op.weights(d) + place);
            for (int g = 0; g < gates; g++) {
                row.write((long) (d * gates + g) * unit, from, (long) order[g] * unit, unit);
            }
        }
    }

    /** Copies the gradients in a row to where they are wanted. */
    void scatter(int place, Tensor row) {
        if (inPlace()) {
            return;
        }
        int unit = hidden * reads(place);
        for (int d = 0; d < op.directions(); d++) {
            if (bound.gradient(op.weights(d) + place).isPresent()) {
                Tensor to = bound.gradient(op.weights(d) + place).get();
                for (int g = 0; g < gates; g++) {
                    to.write((long) order[g] * unit, row, (long) (d * gates + g) * unit, unit);
                }
            }
        }
    }

    /** Puts PyTorch's biases into oneDNN's row. */
    void gatherBias(Tensor row) {
        if (!op.bias()) {
            return;
        }
        for (int d = 0; d < op.directions(); d++) {
            Tensor input = bound.operand(op.weights(d) + 2);
            Tensor state = bound.operand(op.weights(d) + 3);
            for (int g = 0; g < gates; g++) {
                long at = ((long) d * biases() + g) * hidden;
                input.read((long) order[g] * hidden, one, 0, hidden);
                state.read((long) order[g] * hidden, other, 0, hidden);
                if (apart(g)) {
                    row.write(at + hidden, other, 0, hidden);
                } else {
                    for (int i = 0; i < hidden; i++) {
                        one[i] += other[i];
                    }
                }
                row.write(at, one, 0, hidden);
            }
        }
    }

    /** Gives both of PyTorch's biases their gradients. */
    void scatterBias(Tensor row) {
        if (!op.bias()) {
            return;
        }
        for (int d = 0; d < op.directions(); d++) {
            for (int g = 0; g < gates; g++) {
                long at = ((long) d * biases() + g) * hidden;
                give(op.weights(d) + 2, order[g], row, at);
                give(op.weights(d) + 3, order[g], row, apart(g) ? at + hidden : at);
            }
        }
    }

    private boolean apart(int gate) {
        return op.cell() == Cell.GRU && gate == gates - 1;
    }

    private void give(int operand, int gate, Tensor row, long at) {
        if (bound.gradient(operand).isPresent()) {
            bound.gradient(operand).get().write((long) gate * hidden, row, at, hidden);
        }
    }
}
