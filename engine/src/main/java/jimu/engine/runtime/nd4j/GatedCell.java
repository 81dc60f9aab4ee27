package jimu.engine.runtime.nd4j;

import jimu.engine.tensor.Tensor;

/** A step of nn.GRU in float32; each gate in an array of its own, so that loops are long. */
final class GatedCell implements RecurrentCell {
    private final RecurrentMemory memory;
    private final Tensor recurrentBias;
    private final GateRows gates;
    private final GateRows recurrent;
    private final int count;
    private final float[] bias;
    private final float[] reset;
    private final float[] update;
    private final float[] fresh;
    private final float[] product;
    private final float[] h;
    private final float[] dh;
    private final float[] dy;

    GatedCell(RecurrentMemory memory, Tensor recurrentBias) {
        this.memory = memory;
        this.recurrentBias = recurrentBias;
        gates = new GateRows(memory);
        recurrent = new GateRows(memory);
        count = memory.block();
        bias = new float[memory.hidden];
        reset = new float[count];
        update = new float[count];
        fresh = new float[count];
        product = new float[count];
        h = new float[count];
        dh = new float[count];
        dy = new float[count];
    }

    @Override
    public void forward(int t) {
        gates.read(memory.gates, t);
        recurrent.read(memory.recurrent, 0);
        sum(0, reset);
        Squash.logistic(reset, count);
        sum(1, update);
        Squash.logistic(update, count);
        recurrent.part(2, product);
        addBias();
        gates.part(2, fresh);
        for (int i = 0; i < count; i++) {
            fresh[i] += reset[i] * product[i];
        }
        Squash.tanh(fresh, count);
        memory.h.read(memory.before(t), h, 0, count);
        for (int i = 0; i < count; i++) {
            h[i] = fresh[i] + update[i] * (h[i] - fresh[i]);
        }
        memory.h.write(memory.after(t), h, 0, count);
        memory.candidates.write((long) t * count, product, 0, count);
        gates.join(0, reset);
        gates.join(1, update);
        gates.join(2, fresh);
        gates.write(memory.gates, t);
    }

    @Override
    public void backward(int t) {
        gates.read(memory.gates, t);
        gates.part(0, reset);
        gates.part(1, update);
        gates.part(2, fresh);
        memory.candidates.read((long) t * count, product, 0, count);
        memory.h.read(memory.before(t), h, 0, count);
        memory.dh.read(0, dh, 0, count);
        memory.dy.read((long) t * count, dy, 0, count);
        for (int i = 0; i < count; i++) {
            dh[i] += dy[i];
            h[i] = dh[i] * (h[i] - fresh[i]) * update[i] * (1 - update[i]);
            fresh[i] = dh[i] * (1 - update[i]) * (1 - fresh[i] * fresh[i]);
            dh[i] *= update[i];
        }
        for (int i = 0; i < count; i++) {
            product[i] *= fresh[i] * reset[i] * (1 - reset[i]);
            reset[i] *= fresh[i];
        }
        memory.dh.write(0, dh, 0, count);
        gates.join(0, product);
        gates.join(1, h);
        gates.join(2, fresh);
        gates.write(memory.slopes, t);
        gates.join(2, reset);
        gates.write(memory.recurrentSlopes, t);
    }

    @Override
    public boolean passesOn() {
        return true;
    }

    private void sum(int gate, float[] to) {
        gates.part(gate, to);
        recurrent.part(gate, product);
        for (int i = 0; i < count; i++) {
            to[i] += product[i];
        }
    }

    private void addBias() {
        if (recurrentBias.length() > 0) {
            int hidden = memory.hidden;
            recurrentBias.read(2L * hidden, bias, 0, hidden);
            for (int n = 0; n < count; n += hidden) {
                for (int j = 0; j < hidden; j++) {
                    product[n + j] += bias[j];
                }
            }
        }
    }
}
