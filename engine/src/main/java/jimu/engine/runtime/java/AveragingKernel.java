package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.Optional;
import jimu.engine.op.Averaging;
import jimu.engine.op.Spans;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/**
 * The averages over rectangles, one plane at a time in double: the rows of a rectangle are added up first, then the columns of
 * that sum. Both portable sets have this one.
 */
public final class AveragingKernel implements Kernel {
    private final int planes;
    private final Spans rows;
    private final Spans columns;
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final double[] plane;
    private final double[] resultPlane;
    private final double[] line;

    /** Binds the kernel to its tensors. */
    public AveragingKernel(Bound bound) {
        Averaging op = (Averaging) bound.signature().op();
        rows = op.rows(bound.shape(0));
        columns = op.columns(bound.shape(0));
        x = bound.operand(0);
        y = bound.result();
        gradient = bound.gradient(0);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
        line = new double[(int) bound.shape(0).dim(-1).factor()];
        plane = new double[(int) bound.shape(0).dim(-2).factor() * line.length];
        resultPlane = new double[rows.stops() * columns.stops()];
        planes = (int) (x.length() / plane.length);
    }

    @Override
    public void forward(long step) {
        for (int p = 0; p < planes; p++) {
            x.read((long) p * plane.length, plane, 0, plane.length);
            for (int row = 0; row < rows.stops(); row++) {
                Arrays.fill(line, 0);
                for (int i = rows.begin(row); i < rows.end(row); i++) {
                    add(plane, i * line.length, line, 0, line.length);
                }
                average(row);
            }
            y.write((long) p * resultPlane.length, resultPlane, 0, resultPlane.length);
        }
    }

    private void average(int row) {
        int at = row * columns.stops();
        for (int column = 0; column < columns.stops(); column++) {
            double sum = 0;
            for (int i = columns.begin(column); i < columns.end(column); i++) {
                sum += line[i];
            }
            resultPlane[at + column] = sum / ((double) rows.divisor(row) * columns.divisor(column));
        }
    }

    @Override
    public void backward() {
        if (gradient.isEmpty() || resultGradient.isEmpty()) {
            return;
        }
        for (int p = 0; p < planes; p++) {
            resultGradient.get().read((long) p * resultPlane.length, resultPlane, 0, resultPlane.length);
            Arrays.fill(plane, 0);
            for (int row = 0; row < rows.stops(); row++) {
                spread(row);
                for (int i = rows.begin(row); i < rows.end(row); i++) {
                    add(line, 0, plane, i * line.length, line.length);
                }
            }
            gradient.get().write((long) p * plane.length, plane, 0, plane.length);
        }
    }

    private void spread(int row) {
        int at = row * columns.stops();
        Arrays.fill(line, 0);
        for (int column = 0; column < columns.stops(); column++) {
            double share = resultPlane[at + column] / ((double) rows.divisor(row) * columns.divisor(column));
            for (int i = columns.begin(column); i < columns.end(column); i++) {
                line[i] += share;
            }
        }
    }

    private static void add(double[] from, int at, double[] to, int first, int count) {
        for (int i = 0; i < count; i++) {
            to[first + i] += from[at + i];
        }
    }
}
