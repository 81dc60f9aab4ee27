package jimu.engine.train;

import org.jspecify.annotations.Nullable;

/**
 * Has the batches of all passes of a run read: while one is computed on, a second thread reads the next straight into the inputs
 * of the other side, whichever pass it is for. Used by the run's thread alone.
 */
final class Intake implements AutoCloseable {
    /** The batch that is computed on, and the next. */
    static final int SIDES = 2;

    /** Numbers of a batch from which reading it ahead saves more than handing it over costs. */
    private static final long WORTH_READING_AHEAD = 1 << 14;

    private final Aside aside = new Aside();
    private final Runnable reading = this::readAhead;
    private @Nullable Feeds ahead;
    private @Nullable Batches batches;
    private int from;
    private int side;

    /**
     * Has the samples at {@code first} … ready, waiting for them if they are being read ahead.
     *
     * @return the side on which they lie
     */
    int read(Feeds feeds, Batches wanted, int first) {
        aside.await();
        boolean known = ahead == feeds && batches == wanted && from == first;
        ahead = null;
        if (known) {
            side = other();
        } else {
            feeds.read(wanted, first, side);
        }
        return side;
    }

    /** Begins to read the samples at {@code first} …, for which the next {@link #read} will ask. */
    void begin(Feeds feeds, Batches next, int first) {
        if (feeds.numbers() < WORTH_READING_AHEAD) {
            return;
        }
        aside.await();
        ahead = feeds;
        batches = next;
        from = first;
        aside.begin(reading);
    }

    private void readAhead() {
        Feeds feeds = ahead;
        Batches next = batches;
        if (feeds != null && next != null) {
            feeds.read(next, from, other());
        }
    }

    private int other() {
        return SIDES - 1 - side;
    }

    @Override
    public void close() {
        aside.close();
    }
}
