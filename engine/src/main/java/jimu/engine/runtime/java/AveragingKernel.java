package jimu.engine.runtime.java;

import java.util.Arrays;
import jimu.engine.op.Averaging;
import jimu.engine.op.Spans;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;

/** The averages over rectangles: the rows of a rectangle are added up first, then the columns of that sum. */
final class AveragingKernel implements Kernel {
    private final Planes planes;
    private final Planes.Work pool = number -> pool();
    private final Planes.Work spread = number -> spread();
    private final Spans rows;
    private final Spans columns;
    private final double[] line;

    AveragingKernel(Bound bound) {
        Averaging op = (Averaging) bound.signature().op();
        planes = new Planes(bound);
        rows = op.rows(bound.shape(0));
        columns = op.columns(bound.shape(0));
        line = new double[(int) bound.shape(0).dim(-1).factor()];
    }

    @Override
    public void forward(long step) {
        planes.forward(pool);
    }

    @Override
    public void backward() {
        planes.backward(spread);
    }

    private void pool() {
        double[] results = planes.resultPlane();
        for (int row = 0; row < rows.stops(); row++) {
            Arrays.fill(line, 0);
            for (int i = rows.begin(row); i < rows.end(row); i++) {
                add(planes.plane(), i * line.length, line, 0, line.length);
            }
            for (int column = 0; column < columns.stops(); column++) {
                double sum = 0;
                for (int i = columns.begin(column); i < columns.end(column); i++) {
                    sum += line[i];
                }
                results[row * columns.stops() + column] = sum / divisor(row, column);
            }
        }
    }

    private void spread() {
        double[] slopes = planes.resultPlane();
        for (int row = 0; row < rows.stops(); row++) {
            Arrays.fill(line, 0);
            for (int column = 0; column < columns.stops(); column++) {
                double share = slopes[row * columns.stops() + column] / divisor(row, column);
                for (int i = columns.begin(column); i < columns.end(column); i++) {
                    line[i] += share;
                }
            }
            for (int i = rows.begin(row); i < rows.end(row); i++) {
                add(line, 0, planes.plane(), i * line.length, line.length);
            }
        }
    }

    private double divisor(int row, int column) {
        return (double) rows.divisor(row) * columns.divisor(column);
    }

    private static void add(double[] from, int at, double[] to, int first, int count) {
        for (int i = 0; i < count; i++) {
            to[first + i] += from[at + i];
        }
    }
}
