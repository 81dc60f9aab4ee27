package jimu.engine.train;

/**
 * The latest readings of a run's steps, written by its thread and read by another without waiting; preallocated, so that writing
 * allocates nothing. A reader that falls behind by more than the capacity loses the oldest.
 */
public final class StepRing {
    private static final int CAPACITY = 1 << 16;
    private static final int MASK = CAPACITY - 1;

    private final float[] losses = new float[CAPACITY];
    private final float[] metrics = new float[CAPACITY];
    private final float[] rates = new float[CAPACITY];
    private final float[] norms = new float[CAPACITY];
    private volatile long first;
    private volatile long written;

    /** Receives readings. */
    @FunctionalInterface
    public interface Reader {
        /** The readings of a step. */
        void reading(StepReading reading);
    }

    /** Adds the readings of the next step. Only the run's thread calls this. */
    void add(float loss, float metric, float rate, float gradientNorm) {
        long step = written;
        int slot = (int) (step & MASK);
        losses[slot] = loss;
        metrics[slot] = metric;
        rates[slot] = rate;
        norms[slot] = gradientNorm;
        written = step + 1;
    }

    /** Gives the next step the number after {@code step}. Only the run's thread calls this, before the first step. */
    void startAfter(long step) {
        first = step;
        written = step;
    }

    /** The number of the last step that was written. */
    public long written() {
        return written;
    }

    /** Reads the steps after step {@code seen} and returns the number of the last one, to be passed in the next time. */
    public long drain(long seen, Reader reader) {
        long end = written;
        for (long step = Math.max(Math.max(seen, first), end - CAPACITY / 2); step < end; step++) {
            int slot = (int) (step & MASK);
            StepReading reading = new StepReading(step + 1, losses[slot], metrics[slot], rates[slot], norms[slot]);
            if (written - step < CAPACITY) {
                reader.reading(reading);
            }
        }
        return end;
    }
}
