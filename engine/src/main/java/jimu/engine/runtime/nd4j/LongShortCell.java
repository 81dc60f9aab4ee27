package jimu.engine.runtime.nd4j;

/** A step of nn.LSTM in float32; each gate in an array of its own, so that loops are long. */
final class LongShortCell implements RecurrentCell {
    private final RecurrentMemory memory;
    private final GateRows gates;
    private final int count;
    private final float[] in;
    private final float[] forget;
    private final float[] cell;
    private final float[] out;
    private final float[] before;
    private final float[] after;
    private final float[] dh;
    private final float[] dc;
    private final float[] slopes;

    LongShortCell(RecurrentMemory memory) {
        this.memory = memory;
        gates = new GateRows(memory);
        count = memory.block();
        in = new float[count];
        forget = new float[count];
        cell = new float[count];
        out = new float[count];
        before = new float[count];
        after = new float[count];
        dh = new float[count];
        dc = new float[count];
        slopes = new float[count];
    }

    @Override
    public void forward(int t) {
        gates.read(memory.gates, t);
        gates.part(0, in);
        gates.part(1, forget);
        gates.part(2, cell);
        gates.part(3, out);
        Squash.logistic(in, count);
        Squash.logistic(forget, count);
        Squash.tanh(cell, count);
        Squash.logistic(out, count);
        memory.c.read(memory.before(t), before, 0, count);
        for (int i = 0; i < count; i++) {
            after[i] = forget[i] * before[i] + in[i] * cell[i];
        }
        memory.c.write(memory.after(t), after, 0, count);
        Squash.tanh(after, count);
        for (int i = 0; i < count; i++) {
            after[i] *= out[i];
        }
        memory.h.write(memory.after(t), after, 0, count);
        gates.join(0, in);
        gates.join(1, forget);
        gates.join(2, cell);
        gates.join(3, out);
        gates.write(memory.gates, t);
    }

    @Override
    public void backward(int t) {
        gates.read(memory.gates, t);
        gates.part(0, in);
        gates.part(1, forget);
        gates.part(2, cell);
        gates.part(3, out);
        memory.c.read(memory.before(t), before, 0, count);
        memory.c.read(memory.after(t), after, 0, count);
        Squash.tanh(after, count);
        memory.dh.read(0, dh, 0, count);
        memory.dy.read((long) t * count, slopes, 0, count);
        memory.dc.read(0, dc, 0, count);
        for (int i = 0; i < count; i++) {
            dh[i] += slopes[i];
            dc[i] += dh[i] * out[i] * (1 - after[i] * after[i]);
        }
        for (int i = 0; i < count; i++) {
            slopes[i] = dc[i] * cell[i] * in[i] * (1 - in[i]);
        }
        gates.join(0, slopes);
        for (int i = 0; i < count; i++) {
            slopes[i] = dc[i] * before[i] * forget[i] * (1 - forget[i]);
        }
        gates.join(1, slopes);
        for (int i = 0; i < count; i++) {
            slopes[i] = dc[i] * in[i] * (1 - cell[i] * cell[i]);
        }
        gates.join(2, slopes);
        for (int i = 0; i < count; i++) {
            slopes[i] = dh[i] * after[i] * out[i] * (1 - out[i]);
        }
        gates.join(3, slopes);
        gates.write(memory.slopes, t);
        for (int i = 0; i < count; i++) {
            dc[i] *= forget[i];
        }
        memory.dc.write(0, dc, 0, count);
    }
}
