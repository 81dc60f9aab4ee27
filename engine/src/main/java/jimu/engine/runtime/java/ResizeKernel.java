package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.Optional;
import jimu.engine.op.Resize;
import jimu.engine.op.Taps;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** Pictures of another size, one plane at a time in double: two rows are mixed first, then its columns. Both portable sets have this one. */
public final class ResizeKernel implements Kernel {
    private final int planes;
    private final Taps rows;
    private final Taps columns;
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final double[] plane;
    private final double[] resultPlane;
    private final double[] line;

    /** Binds the kernel to its tensors. */
    public ResizeKernel(Bound bound) {
        Resize op = (Resize) bound.signature().op();
        rows = op.rows(bound.shape(0));
        columns = op.columns(bound.shape(0));
        x = bound.operand(0);
        y = bound.result();
        gradient = bound.gradient(0);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
        line = new double[(int) bound.shape(0).dim(-1).factor()];
        plane = new double[(int) bound.shape(0).dim(-2).factor() * line.length];
        resultPlane = new double[rows.results() * columns.results()];
        planes = (int) (x.length() / plane.length);
    }

    @Override
    public void forward(long step) {
        for (int p = 0; p < planes; p++) {
            x.read((long) p * plane.length, plane, 0, plane.length);
            for (int row = 0; row < rows.results(); row++) {
                mix(rows.first(row) * line.length, rows.second(row) * line.length, rows.share(row));
                int at = row * columns.results();
                for (int column = 0; column < columns.results(); column++) {
                    double share = columns.share(column);
                    resultPlane[at + column] =
                            (1 - share) * line[columns.first(column)] + share * line[columns.second(column)];
                }
            }
            y.write((long) p * resultPlane.length, resultPlane, 0, resultPlane.length);
        }
    }

    private void mix(int first, int second, double share) {
        if (share == 0) {
            System.arraycopy(plane, first, line, 0, line.length);
            return;
        }
        for (int i = 0; i < line.length; i++) {
            line[i] = (1 - share) * plane[first + i] + share * plane[second + i];
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
            for (int row = 0; row < rows.results(); row++) {
                Arrays.fill(line, 0);
                int at = row * columns.results();
                for (int column = 0; column < columns.results(); column++) {
                    double share = columns.share(column);
                    line[columns.first(column)] += (1 - share) * resultPlane[at + column];
                    line[columns.second(column)] += share * resultPlane[at + column];
                }
                part(rows.first(row) * line.length, rows.second(row) * line.length, rows.share(row));
            }
            gradient.get().write((long) p * plane.length, plane, 0, plane.length);
        }
    }

    private void part(int first, int second, double share) {
        for (int i = 0; i < line.length; i++) {
            plane[first + i] += (1 - share) * line[i];
            plane[second + i] += share * line[i];
        }
    }
}
