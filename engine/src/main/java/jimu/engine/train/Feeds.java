package jimu.engine.train;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.data.BatchReader;
import jimu.engine.data.Dataset;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** What fills the sources of a pass: either at once, or from a batch that was read ahead while the one before was computed. */
final class Feeds {
    /** Numbers of a batch from which reading it ahead saves more than handing it over costs. */
    private static final long WORTH_READING_AHEAD = 1 << 14;

    private final int batch;
    private final Aside aside;
    private final Memory memory;
    private final List<BatchReader> readers = new ArrayList<>();
    private final List<Tensor> sources = new ArrayList<>();
    private final List<Tensor> ahead = new ArrayList<>();
    private final Runnable reading = this::readAhead;
    private int @Nullable [] order;
    private int[] asked = {};
    private int from;

    /** Feeds of batches of one size; {@code memory} holds what {@code aside} reads ahead. */
    Feeds(int batch, Aside aside, Memory memory) {
        this.batch = batch;
        this.aside = aside;
        this.memory = memory;
    }

    /** Adds a source and what reads it. */
    void add(BatchReader reader, Tensor source) {
        readers.add(reader);
        sources.add(source);
    }

    /** Reads other samples of the same kind from now on. */
    void turnTo(Dataset samples) {
        forget();
        readers.forEach(reader -> reader.turnTo(samples));
    }

    /** Fills the sources with the samples {@code wanted[first]} …, waiting for them if they are being read ahead. */
    void read(int[] wanted, int first) {
        boolean known = order == wanted && from == first;
        forget();
        for (int i = 0; i < sources.size(); i++) {
            if (known) {
                sources.get(i).write(0, ahead.get(i), 0, ahead.get(i).length());
            } else {
                readers.get(i).read(wanted, first, batch, sources.get(i));
            }
        }
    }

    private void forget() {
        if (order != null) {
            order = null;
            aside.await();
        }
    }

    /** Begins to read the samples {@code next[first]} …, which the next {@link #read} will ask for. */
    void begin(int[] next, int first) {
        long numbers = 0;
        for (int i = 0; i < sources.size(); i++) {
            numbers += sources.get(i).length();
        }
        if (numbers < WORTH_READING_AHEAD) {
            return;
        }
        while (ahead.size() < sources.size()) {
            Tensor source = sources.get(ahead.size());
            ahead.add(memory.allocate(source.dtype(), source.length()));
        }
        order = next;
        asked = next;
        from = first;
        aside.begin(reading);
    }

    private void readAhead() {
        for (int i = 0; i < sources.size(); i++) {
            readers.get(i).read(asked, from, batch, ahead.get(i));
        }
    }
}
