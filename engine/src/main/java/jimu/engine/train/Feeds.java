package jimu.engine.train;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.data.BatchReader;
import jimu.engine.tensor.Tensor;

/** What reads batches of one size into the inputs of a pass, of which there are several sides. */
final class Feeds {
    private final int batch;
    private final List<Feed> feeds = new ArrayList<>();

    private record Feed(BatchReader reader, List<Tensor> sides) {}

    /** Feeds of batches of one size. */
    Feeds(int batch) {
        this.batch = batch;
    }

    /** Adds what reads one input, and that input on each side. */
    void add(BatchReader reader, List<Tensor> sides) {
        feeds.add(new Feed(reader, List.copyOf(sides)));
    }

    /** Fills the inputs of a side with the samples at {@code from} … of the order. */
    void read(Batches batches, int from, int side) {
        for (int i = 0; i < feeds.size(); i++) {
            Feed feed = feeds.get(i);
            feed.reader().turnTo(batches.samples());
            feed.reader().read(batches.order(), from, batch, feed.sides().get(side));
        }
    }

    /** How many numbers a batch has. */
    long numbers() {
        long numbers = 0;
        for (int i = 0; i < feeds.size(); i++) {
            numbers += feeds.get(i).sides().get(0).length();
        }
        return numbers;
    }
}
