package jimu.engine.runtime.nd4j;

import jimu.engine.tensor.Tensor;

/** A step of any recurrent layer in float64, one unit after the other: what checks of gradients run. */
final class PreciseCell implements RecurrentCell {
    private final RecurrentMemory memory;
    private final Tensor recurrentBias;
    private final int hidden;
    private final int width;
    private final double[] gates;
    private final double[] recurrent;
    private final double[] bias;
    private final double[] candidates;
    private final double[] h;
    private final double[] c;
    private final double[] dy;
    private final double[] dh;
    private final double[] dc;

    PreciseCell(RecurrentMemory memory, Tensor recurrentBias) {
        this.memory = memory;
        this.recurrentBias = recurrentBias;
        hidden = memory.hidden;
        width = memory.op.cell().gates() * hidden;
        gates = new double[memory.gateBlock()];
        recurrent = new double[memory.gateBlock()];
        bias = new double[width];
        candidates = new double[memory.block()];
        h = new double[memory.block()];
        c = new double[memory.block()];
        dy = new double[memory.block()];
        dh = new double[memory.block()];
        dc = new double[memory.block()];
    }

    @Override
    public void forward(int t) {
        int count = memory.block();
        memory.gates.read((long) t * gates.length, gates, 0, gates.length);
        memory.h.read(memory.before(t), h, 0, count);
        switch (memory.op.cell()) {
            case TANH -> {
                for (int i = 0; i < count; i++) {
                    h[i] = Math.tanh(gates[i]);
                }
            }
            case RELU -> {
                for (int i = 0; i < count; i++) {
                    h[i] = Math.max(gates[i], 0);
                }
            }
            case LSTM -> {
                memory.c.read(memory.before(t), c, 0, count);
                for (int i = 0; i < count; i++) {
                    rememberOrForget(i, place(i));
                }
                memory.c.write(memory.after(t), c, 0, count);
            }
            case GRU -> {
                memory.recurrent.read(0, recurrent, 0, recurrent.length);
                recurrentBias.read(0, bias, 0, (int) recurrentBias.length());
                for (int i = 0; i < count; i++) {
                    resetAndUpdate(i, place(i));
                }
                memory.candidates.write((long) t * count, candidates, 0, count);
            }
        }
        memory.h.write(memory.after(t), h, 0, count);
        memory.gates.write((long) t * gates.length, gates, 0, gates.length);
    }

    @Override
    public void backward(int t) {
        int count = memory.block();
        memory.gates.read((long) t * gates.length, gates, 0, gates.length);
        memory.dy.read((long) t * count, dy, 0, count);
        memory.dh.read(0, dh, 0, count);
        for (int i = 0; i < count; i++) {
            dh[i] += dy[i];
        }
        switch (memory.op.cell()) {
            case TANH, RELU -> {
                memory.h.read(memory.after(t), h, 0, count);
                boolean relu = memory.op.cell() == jimu.engine.op.Recurrence.Cell.RELU;
                for (int i = 0; i < count; i++) {
                    gates[i] = dh[i] * (relu ? Math.signum(h[i]) : 1 - h[i] * h[i]);
                }
            }
            case LSTM -> {
                memory.c.read(memory.before(t), c, 0, count);
                memory.dc.read(0, dc, 0, count);
                for (int i = 0; i < count; i++) {
                    slopesOfMemory(i, place(i));
                }
                memory.dc.write(0, dc, 0, count);
            }
            case GRU -> {
                memory.candidates.read((long) t * count, candidates, 0, count);
                memory.h.read(memory.before(t), h, 0, count);
                for (int i = 0; i < count; i++) {
                    slopesOfUpdate(i, place(i));
                }
                memory.dh.write(0, dh, 0, count);
                memory.recurrentSlopes.write((long) t * recurrent.length, recurrent, 0, recurrent.length);
            }
        }
        memory.slopes.write((long) t * gates.length, gates, 0, gates.length);
    }

    @Override
    public boolean passesOn() {
        return memory.op.cell() == jimu.engine.op.Recurrence.Cell.GRU;
    }

    /** Where the gates of unit {@code i} begin. */
    private int place(int i) {
        return i / hidden * width + i % hidden;
    }

    private void rememberOrForget(int i, int at) {
        double in = logistic(gates[at]);
        double forget = logistic(gates[at + hidden]);
        double cell = Math.tanh(gates[at + 2 * hidden]);
        double out = logistic(gates[at + 3 * hidden]);
        c[i] = forget * c[i] + in * cell;
        h[i] = out * Math.tanh(c[i]);
        gates[at] = in;
        gates[at + hidden] = forget;
        gates[at + 2 * hidden] = cell;
        gates[at + 3 * hidden] = out;
    }

    private void slopesOfMemory(int i, int at) {
        double in = gates[at];
        double forget = gates[at + hidden];
        double cell = gates[at + 2 * hidden];
        double out = gates[at + 3 * hidden];
        double after = Math.tanh(forget * c[i] + in * cell);
        double slope = dc[i] + dh[i] * out * (1 - after * after);
        gates[at] = slope * cell * in * (1 - in);
        gates[at + hidden] = slope * c[i] * forget * (1 - forget);
        gates[at + 2 * hidden] = slope * in * (1 - cell * cell);
        gates[at + 3 * hidden] = dh[i] * after * out * (1 - out);
        dc[i] = slope * forget;
    }

    private void resetAndUpdate(int i, int at) {
        double reset = logistic(gates[at] + recurrent[at]);
        double update = logistic(gates[at + hidden] + recurrent[at + hidden]);
        candidates[i] = recurrent[at + 2 * hidden] + bias[2 * hidden + i % hidden];
        double fresh = Math.tanh(gates[at + 2 * hidden] + reset * candidates[i]);
        h[i] = (1 - update) * fresh + update * h[i];
        gates[at] = reset;
        gates[at + hidden] = update;
        gates[at + 2 * hidden] = fresh;
    }

    private void slopesOfUpdate(int i, int at) {
        double reset = gates[at];
        double update = gates[at + hidden];
        double fresh = gates[at + 2 * hidden];
        double slope = dh[i] * (1 - update) * (1 - fresh * fresh);
        gates[at] = slope * candidates[i] * reset * (1 - reset);
        gates[at + hidden] = dh[i] * (h[i] - fresh) * update * (1 - update);
        gates[at + 2 * hidden] = slope;
        recurrent[at] = gates[at];
        recurrent[at + hidden] = gates[at + hidden];
        recurrent[at + 2 * hidden] = slope * reset;
        dh[i] *= update;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
