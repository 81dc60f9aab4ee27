package jimu.engine.data;

import jimu.engine.random.RandomStream;

/** The samples of a dataset ordered by class, to draw companions for one of them. */
final class ClassIndex {
    private final int[] classes;
    private final int[] order;
    private final int[] places;
    private final int[] starts;

    /** The index by a field of classes. Throws DataException, naming {@code part}, unless there are two classes at least. */
    ClassIndex(Dataset samples, Field field, String part) throws DataException {
        int size = samples.size();
        classes = new int[size];
        starts = new int[field.classes().size() + 1];
        for (int sample = 0; sample < size; sample++) {
            samples.copy(field.name(), sample, classes, sample);
            starts[classes[sample] + 1]++;
        }
        int present = 0;
        for (int i = 1; i < starts.length; i++) {
            present += starts[i] > 0 ? 1 : 0;
            starts[i] += starts[i - 1];
        }
        if (present < 2) {
            throw new DataException("sampling.few", part, samples.name(), size);
        }
        order = new int[size];
        places = new int[size];
        int[] next = starts.clone();
        for (int sample = 0; sample < size; sample++) {
            places[sample] = next[classes[sample]]++;
            order[places[sample]] = sample;
        }
    }

    /** How many bytes it takes. */
    long bytes() {
        return Integer.BYTES * ((long) classes.length + order.length + places.length + starts.length);
    }

    /** Whether two samples are of one class. */
    boolean alike(int sample, int other) {
        return classes[sample] == classes[other];
    }

    /** Another sample of the same class; the sample itself if it is alone there. */
    int same(int sample, RandomStream random, long index) {
        int from = starts[classes[sample]];
        int others = starts[classes[sample] + 1] - from - 1;
        if (others == 0) {
            return sample;
        }
        int drawn = from + random.below(others, index);
        return order[drawn < places[sample] ? drawn : drawn + 1];
    }

    /** A sample of another class. */
    int other(int sample, RandomStream random, long index) {
        int from = starts[classes[sample]];
        int own = starts[classes[sample] + 1] - from;
        int drawn = random.below(order.length - own, index);
        return order[drawn < from ? drawn : drawn + own];
    }
}
