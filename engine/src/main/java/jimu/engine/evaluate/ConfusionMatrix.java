package jimu.engine.evaluate;

import java.util.List;

/**
 * How often samples of each class were taken for which.
 *
 * @param classes the names of the classes
 * @param counts row by row, a row for each true class with a count for each predicted one; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // read-only counts; nobody compares them
public record ConfusionMatrix(List<String> classes, long[] counts) {
    public ConfusionMatrix {
        classes = List.copyOf(classes);
        if (counts.length != classes.size() * classes.size()) {
            throw new IllegalArgumentException(counts.length + " counts for " + classes.size() + " classes");
        }
    }

    /** How many of a class were taken for another, or the same. */
    public long count(int truth, int predicted) {
        return counts[truth * classes.size() + predicted];
    }

    /** That as a share of all of the class; 0 where it has none. */
    public double share(int truth, int predicted) {
        long all = support(truth);
        return all == 0 ? 0 : (double) count(truth, predicted) / all;
    }

    /** How many belong to a class. */
    public long support(int truth) {
        long sum = 0;
        for (int c = 0; c < classes.size(); c++) {
            sum += count(truth, c);
        }
        return sum;
    }

    /** How many were taken for a class. */
    public long predicted(int predicted) {
        long sum = 0;
        for (int c = 0; c < classes.size(); c++) {
            sum += count(c, predicted);
        }
        return sum;
    }

    /** How many there are. */
    public long total() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** The share that was taken for what it is; NaN if there are none. */
    public double accuracy() {
        long right = 0;
        for (int c = 0; c < classes.size(); c++) {
            right += count(c, c);
        }
        return (double) right / total();
    }
}
