package jimu.engine.runtime.java;

import java.util.Arrays;
import jimu.engine.op.Resize;
import jimu.engine.op.Taps;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;

/** Pictures of another size: two rows are mixed first, then the columns of that row. */
final class ResizeKernel implements Kernel {
    private final Planes planes;
    private final Planes.Work resize = number -> resize();
    private final Planes.Work spread = number -> spread();
    private final Taps rows;
    private final Taps columns;
    private final double[] line;

    ResizeKernel(Bound bound) {
        Resize op = (Resize) bound.signature().op();
        planes = new Planes(bound);
        rows = op.rows(bound.shape(0));
        columns = op.columns(bound.shape(0));
        line = new double[(int) bound.shape(0).dim(-1).factor()];
    }

    @Override
    public void forward(long step) {
        planes.forward(resize);
    }

    @Override
    public void backward() {
        planes.backward(spread);
    }

    private void resize() {
        double[] results = planes.resultPlane();
        for (int row = 0; row < rows.results(); row++) {
            mix(planes.plane(), rows.first(row) * line.length, rows.second(row) * line.length, rows.share(row));
            int at = row * columns.results();
            for (int column = 0; column < columns.results(); column++) {
                double share = columns.share(column);
                results[at + column] = (1 - share) * line[columns.first(column)] + share * line[columns.second(column)];
            }
        }
    }

    private void mix(double[] plane, int first, int second, double share) {
        if (share == 0) {
            System.arraycopy(plane, first, line, 0, line.length);
            return;
        }
        for (int i = 0; i < line.length; i++) {
            line[i] = (1 - share) * plane[first + i] + share * plane[second + i];
        }
    }

    private void spread() {
        double[] slopes = planes.resultPlane();
        for (int row = 0; row < rows.results(); row++) {
            Arrays.fill(line, 0);
            int at = row * columns.results();
            for (int column = 0; column < columns.results(); column++) {
                double share = columns.share(column);
                line[columns.first(column)] += (1 - share) * slopes[at + column];
                line[columns.second(column)] += share * slopes[at + column];
            }
            part(planes.plane(), rows.first(row) * line.length, rows.second(row) * line.length, rows.share(row));
        }
    }

    private void part(double[] plane, int first, int second, double share) {
        for (int i = 0; i < line.length; i++) {
            plane[first + i] += (1 - share) * line[i];
            plane[second + i] += share * line[i];
        }
    }
}
