package jimu.engine.runtime.nd4j;

import jimu.engine.op.Recurrence;

/** A step of nn.RNN in float32. */
final class ElmanCell implements RecurrentCell {
    private final RecurrentMemory memory;
    private final boolean relu;
    private final int count;
    private final float[] h;
    private final float[] dy;
    private final float[] dh;

    ElmanCell(RecurrentMemory memory) {
        this.memory = memory;
        relu = memory.op.cell() == Recurrence.Cell.RELU;
        count = memory.block();
        h = new float[count];
        dy = new float[count];
        dh = new float[count];
    }

    @Override
    public void forward(int t) {
        memory.gates.read((long) t * count, h, 0, count);
        if (relu) {
            for (int i = 0; i < count; i++) {
                h[i] = Math.max(h[i], 0);
            }
        } else {
            Squash.tanh(h, count);
        }
        memory.h.write(memory.after(t), h, 0, count);
    }

    @Override
    public void backward(int t) {
        memory.h.read(memory.after(t), h, 0, count);
        memory.dy.read((long) t * count, dy, 0, count);
        memory.dh.read(0, dh, 0, count);
        if (relu) {
            for (int i = 0; i < count; i++) {
                dh[i] = h[i] > 0 ? dh[i] + dy[i] : 0;
            }
        } else {
            for (int i = 0; i < count; i++) {
                dh[i] = (dh[i] + dy[i]) * (1 - h[i] * h[i]);
            }
        }
        memory.slopes.write((long) t * count, dh, 0, count);
    }
}
