package jimu.engine.op;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * One recurrent layer over T steps, as PyTorch computes it (pytorch.org/docs/stable/generated/torch.nn.LSTM.html).
 *
 * <p>Operands: x (T, N, in); if {@code initial} the states h_0 (D, N, H) and for an LSTM c_0 (D, N, H), else they are zeros; then
 * for each of the D directions weight_ih (G·H, in), weight_hh (G·H, H) and if {@code bias} bias_ih (G·H), bias_hh (G·H), where G
 * is the number of the cell's gates. Results: y (T, N, D·H), h_n (D, N, H) and for an LSTM c_n (D, N, H). The second direction
 * goes from the last step to the first.
 *
 * @param cell what is computed at each step
 * @param bidirectional whether D is 2
 * @param bias whether biases are operands
 * @param initial whether the first states are operands
 */
public record Recurrence(Cell cell, boolean bidirectional, boolean bias, boolean initial) implements Op {
    /** The kinds of cells, with PyTorch's order of gates. */
    public enum Cell {
        /** h = tanh(W_ih x + b_ih + W_hh h + b_hh). */
        TANH(1, 1),
        /** The same with max(0, ·). */
        RELU(1, 1),
        /** Gates i, f, g, o: c = f c + i g, h = o tanh(c). */
        LSTM(4, 2),
        /** Gates r, z, n with n = tanh(W_in x + b_in + r (W_hn h + b_hn)): h = (1 − z) n + z h. */
        GRU(3, 1);

        private final int gates;
        private final int states;

        Cell(int gates, int states) {
            this.gates = gates;
            this.states = states;
        }

        /** How many gates, each with rows of its own in the weights. */
        public int gates() {
            return gates;
        }

        /** How many tensors go from step to step. */
        public int states() {
            return states;
        }
    }

    /** How many directions. */
    public int directions() {
        return bidirectional ? 2 : 1;
    }

    /** The place among the operands of a direction's weight_ih; weight_hh and the biases follow it. */
    public int weights(int direction) {
        return 1 + (initial ? cell.states() : 0) + direction * (bias ? 4 : 2);
    }

    /** The multiply-adds with weight_hh in one step of one direction. */
    public Dim multiplyAddsOfStep(List<TensorType> operands) {
        TensorShape recurrent = operands.get(weights(0) + 1).shape();
        return operands.get(0).shape().dim(1).times(recurrent.dim(0)).times(recurrent.dim(1));
    }

    @Override
    public List<TensorType> results(List<TensorType> operands) {
        TensorType x = operands.get(0);
        Dim hidden = operands.get(weights(0) + 1).shape().dim(1);
        Dim samples = x.shape().dim(1);
        List<TensorType> results = new ArrayList<>();
        results.add(x.withShape(x.shape().with(-1, hidden.times(Dim.of(directions())))));
        TensorShape state = new TensorShape(List.of(Dim.of(directions()), samples, hidden));
        results.addAll(Collections.nCopies(cell.states(), x.withShape(state)));
        return results;
    }

    /** The products with weight_ih and weight_hh of all gates, steps and directions. */
    @Override
    public Dim multiplyAdds(List<TensorType> operands) {
        TensorShape x = operands.get(0).shape();
        TensorShape recurrent = operands.get(weights(0) + 1).shape();
        long rows = Math.addExact(x.dim(2).factor(), recurrent.dim(1).factor());
        return x.with(2, Dim.of(rows)).product().times(recurrent.dim(0)).times(Dim.of(directions()));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.OPERANDS, Need.RESULTS);
    }
}
