package jimu.engine.runtime.nd4j;

import jimu.engine.tensor.Tensor;

/** The gates of one step, (N, G·H), taken apart into one array (N, H) for each gate and put together again. */
final class GateRows {
    private final int samples;
    private final int hidden;
    private final int width;
    private final float[] rows;

    GateRows(RecurrentMemory memory) {
        samples = memory.samples;
        hidden = memory.hidden;
        width = memory.op.cell().gates() * hidden;
        rows = new float[samples * width];
    }

    /** Takes the gates of step {@code t}. */
    void read(Tensor from, int t) {
        from.read((long) t * rows.length, rows, 0, rows.length);
    }

    /** Writes the gates of step {@code t}. */
    void write(Tensor to, int t) {
        to.write((long) t * rows.length, rows, 0, rows.length);
    }

    /** Copies a gate out. */
    void part(int gate, float[] to) {
        for (int n = 0; n < samples; n++) {
            System.arraycopy(rows, n * width + gate * hidden, to, n * hidden, hidden);
        }
    }

    /** Copies a gate in. */
    void join(int gate, float[] from) {
        for (int n = 0; n < samples; n++) {
            System.arraycopy(from, n * hidden, rows, n * width + gate * hidden, hidden);
        }
    }
}
