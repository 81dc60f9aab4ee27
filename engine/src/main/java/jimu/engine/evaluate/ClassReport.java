package jimu.engine.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Precision, recall and F1 of each class, and their means, as scikit-learn's classification_report with zero_division=0 has them.
 *
 * @param rows one for each class
 * @param macro the plain means over the classes
 * @param weighted the means weighted by support
 * @param accuracy the share that was taken for what it is
 */
public record ClassReport(List<Row> rows, Row macro, Row weighted, double accuracy) {
    /**
     * The figures of a class.
     *
     * @param name its name; empty for a mean
     * @param precision the share of those taken for it that belong to it; 0 if none was
     * @param recall the share of those that belong to it that were taken for it; 0 if none does
     * @param f1 the harmonic mean of the two; 0 if both are
     * @param support how many belong to it
     */
    public record Row(String name, double precision, double recall, double f1, long support) {}

    public ClassReport {
        rows = List.copyOf(rows);
    }

    /** The figures that follow from a confusion matrix. */
    public static ClassReport of(ConfusionMatrix matrix) {
        List<Row> rows = new ArrayList<>();
        int classes = matrix.classes().size();
        for (int c = 0; c < classes; c++) {
            double right = matrix.count(c, c);
            double precision = over(right, (double) matrix.predicted(c));
            double recall = over(right, (double) matrix.support(c));
            double f1 = over(2 * right, (double) matrix.predicted(c) + matrix.support(c));
            rows.add(new Row(matrix.classes().get(c), precision, recall, f1, matrix.support(c)));
        }
        double[] weights = new double[classes];
        double[] ones = new double[classes];
        for (int c = 0; c < classes; c++) {
            weights[c] = rows.get(c).support();
            ones[c] = 1;
        }
        return new ClassReport(rows, mean(rows, ones), mean(rows, weights), matrix.accuracy());
    }

    private static Row mean(List<Row> rows, double[] weights) {
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        double all = 0;
        long support = 0;
        for (int c = 0; c < weights.length; c++) {
            precision += weights[c] * rows.get(c).precision();
            recall += weights[c] * rows.get(c).recall();
            f1 += weights[c] * rows.get(c).f1();
            all += weights[c];
            support += rows.get(c).support();
        }
        return new Row("", over(precision, all), over(recall, all), over(f1, all), support);
    }

    private static double over(double part, double all) {
        return all == 0 ? 0 : part / all;
    }
}
